package io.parlance.dialect.highq;

import io.parlance.core.message.Attachment;
import io.parlance.core.message.Attachments;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import io.parlance.rest.Callers;
import io.parlance.rest.Downloads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * {@code GET /api/{version}/files/{id}/content}: a file, for those who may read the message it goes with. It is sent to be saved and
 * not shown, whatever its type.
 */
@Path(HighqDialect.VERSION + "/files/{id}/content")
@ApplicationScoped
public class FilesResource {
    @Inject
    Attachments attachments;

    @Inject
    FileStreams streams;

    @GET
    public Response content(@PathParam("id") String id, @Context HttpServletRequest request) {
        var file = find(id, request);
        var wish = FileWish.of(request, file.file());
        var answer = answer(file, wish);
        return wish.range().isEmpty()
                ? answer.build()
                : answer.entity(streams.open(file, wish.range().get())).build();
    }

    /** The same without the content. */
    @HEAD
    public Response head(@PathParam("id") String id, @Context HttpServletRequest request) {
        var file = find(id, request);
        return answer(file, FileWish.of(request, file.file())).build();
    }

    private Attachment find(String id, HttpServletRequest request) {
        var user = Callers.of(request).requireUser();
        if (!id.matches("[0-9]{1,18}")) {
            throw new RejectedException(Reason.INPUT_INVALID, "the id of a file is an integer");
        }
        return attachments
                .findReadable(user.tenantId(), user.id(), Long.parseLong(id))
                .orElseThrow(() -> new RejectedException(Reason.ATTACHMENT_NOT_FOUND, "no such file for this person"));
    }

    private static Response.ResponseBuilder answer(Attachment file, FileWish wish) {
        var size = file.file().size();
        var answer = Response.status(wish.status())
                .header(HttpHeaders.ETAG, FileWish.tag(file.file()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (wish.status() == 304) {
            return answer;
        }
        if (wish.status() == 206) {
            answer.header("Content-Range", wish.range().orElseThrow().of(size));
        }
        return answer.type(file.file().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.disposition(file.name()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CONTENT_LENGTH, wish.range().orElseThrow().length());
    }
}
