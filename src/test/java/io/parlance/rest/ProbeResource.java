package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Says what arrived and who sent it. */
@Path("")
@ApplicationScoped
@Produces(MediaType.TEXT_PLAIN)
public class ProbeResource {
    @Inject
    IntakeBounds bounds;

    @POST
    @Path("json")
    @Consumes(MediaType.APPLICATION_JSON)
    public String json(@Context HttpServletRequest request, JsonNode body) {
        return who(request) + body;
    }

    @POST
    @Path("json-size")
    @Consumes(MediaType.APPLICATION_JSON)
    public String jsonSize(@Context HttpServletRequest request, JsonNode body) {
        return who(request) + body.size();
    }

    @POST
    @Path("xml")
    @Consumes(MediaType.APPLICATION_XML)
    public String xml(@Context HttpServletRequest request, InputStream body) throws IOException {
        return who(request) + Xml.read(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    @POST
    @Path("form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String form(@Context HttpServletRequest request, MultivaluedMap<String, String> form) {
        return who(request) + new TreeMap<>(form);
    }

    @POST
    @Path("form-parameter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String formParameter(@Context HttpServletRequest request, @FormParam("a") String a) {
        return who(request) + a;
    }

    @POST
    @Path("parts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String parts(@Context HttpServletRequest request, List<EntityPart> parts) throws IOException {
        var text = new StringJoiner(", ");
        for (var part : parts) {
            text.add(part.getName() + "=" + part.getFileName().orElse("") + ":" + part.getContent(String.class));
        }
        return who(request) + text;
    }

    /** Answers when the file exists, as an operation does that waits for a commit. */
    @POST
    @Path("later")
    public CompletionStage<String> later(@Context HttpServletRequest request, @QueryParam("file") String file) {
        var answer = new CompletableFuture<String>();
        await(java.nio.file.Path.of(file), answer, who(request) + "later");
        return answer;
    }

    private static void await(java.nio.file.Path file, CompletableFuture<String> answer, String text) {
        if (Files.exists(file)) {
            answer.complete(text);
        } else {
            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> await(file, answer, text));
        }
    }

    @POST
    @Path("fault")
    public String fault() {
        throw new IllegalStateException("wanted by a test");
    }

    @POST
    @Path("later-fault")
    public CompletionStage<String> laterFault() {
        return CompletableFuture.supplyAsync(
                () -> {
                    throw new IllegalStateException("wanted by a test");
                },
                CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));
    }

    /** What all requests hold together; this one is in flight. */
    @GET
    @Path("held")
    @Public
    public String held() {
        return "arriving=%d bytes=%d inFlight=%d memory=%d files=%d"
                .formatted(
                        bounds.arriving().taken(),
                        bounds.arrivingBytes().taken(),
                        bounds.inFlight().taken(),
                        bounds.workingBytes().taken(),
                        bounds.files().taken());
    }

    static String who(HttpServletRequest request) {
        return Callers.of(request).requireApplication().name() + " ";
    }
}
