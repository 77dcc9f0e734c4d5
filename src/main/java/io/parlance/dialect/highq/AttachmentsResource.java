package io.parlance.dialect.highq;

import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Callers;
import io.parlance.rest.MultipartForm;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/{version}/attachments}: takes a file in, for messages to come. Messages belong to no site, so {@code siteid} is
 * checked and left at that.
 */
@Path(HighqDialect.VERSION + "/attachments")
@ApplicationScoped
public class AttachmentsResource {
    @Inject
    Uploads uploads;

    @Inject
    UploadKeeper keeper;

    @POST
    public Response upload(@QueryParam("siteid") @Nullable String siteid, @Context HttpServletRequest request) {
        Callers.of(request).requireUser();
        var form = ResponseForm.of(request);
        if (siteid != null && !siteid.matches("[0-9]{0,18}")) {
            throw new RejectedException(Reason.INPUT_INVALID, "siteid is no integer");
        }
        var upload = new UploadForm(MultipartForm.of(request));
        var file = upload.inspect(uploads.maxBytes());
        request.setAttribute(OncePerKey.CONTENT, file.name() + '\n' + file.sha256());
        return uploads.inTurn(() -> keeper.store(request, upload, file, form));
    }
}
