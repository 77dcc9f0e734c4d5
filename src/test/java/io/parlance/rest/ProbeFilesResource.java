package io.parlance.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Takes files and says how long they are and what their checksum is. */
@Path("files")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class ProbeFilesResource {
    @POST
    @Path("plain")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public String plain(@Context HttpServletRequest request, InputStream body) throws IOException {
        return ProbeResource.who(request) + digest(body);
    }

    @POST
    @Path("parts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String parts(@Context HttpServletRequest request, List<EntityPart> parts) throws IOException {
        var text = new StringBuilder(ProbeResource.who(request));
        for (var part : parts) {
            text.append(part.getName()).append(':').append(digest(part.getContent()));
        }
        return text.toString();
    }

    /** How many files there are while nobody sends one. */
    @GET
    @Path("left")
    @Public
    public String left(@Context ServletContext context) {
        var folder = new File((File) context.getAttribute(ServletContext.TEMPDIR), BodyFiles.FOLDER);
        return String.valueOf(folder.list().length);
    }

    static String digest(InputStream input) throws IOException {
        try (var checked = new CheckedInputStream(input, new CRC32())) {
            long length = checked.transferTo(java.io.OutputStream.nullOutputStream());
            return length + "/" + Long.toHexString(checked.getChecksum().getValue());
        }
    }
}
