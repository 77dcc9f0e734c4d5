package io.parlance.dialect.highq;

import io.parlance.core.message.Attachments;
import io.parlance.core.message.FileFacts;
import io.parlance.rest.Callers;
import io.parlance.rest.OncePerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/** Stores an upload and answers it, once for each key of the client. */
@ApplicationScoped
class UploadKeeper {
    @Inject
    Attachments attachments;

    @OncePerKey
    Response store(HttpServletRequest request, UploadForm upload, FileFacts file, ResponseForm form) {
        var caller = Callers.of(request);
        var user = caller.requireUser();
        var stored = upload.read(content -> attachments.store(user.tenantId(), user.id(), file, content));
        return Response.status(ConversationsResource.createdStatus(caller))
                .type(form.mediaType())
                .entity(new AttachmentObject(stored.number()))
                .build();
    }
}
