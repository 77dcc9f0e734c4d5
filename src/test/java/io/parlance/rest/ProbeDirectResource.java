package io.parlance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.parlance.core.problem.Reason;
import io.parlance.core.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An operation that may be called without JAX-RS. Its body says what to do. */
@Path("direct")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProbeDirectResource {
    @POST
    public CompletionStage<Response> act(JsonNode body, @Context HttpServletRequest request) {
        boolean later = body.path("later").asBoolean();
        var task = body.path("do").asText();
        var way = way();
        return later
                ? CompletableFuture.supplyAsync(
                        () -> answer(task, way), CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS))
                : CompletableFuture.completedStage(answer(task, way));
    }

    @POST
    @Path("below")
    public CompletionStage<Response> below(JsonNode body, @Context HttpServletRequest request) {
        return act(body, request);
    }

    private static Response answer(String task, String way) {
        Supplier<RejectedException> refusal = () -> new RejectedException(Reason.OVERLOADED, "wanted", 7);
        return switch (task) {
            case "way" -> Response.ok(way).build();
            case "object" -> Response.ok(Map.of("text", "Grüße")).build();
            case "bytes" -> Response.ok(new byte[] {'{', '}'}).build();
            case "unwritable" -> Response.ok(new Unwritable()).build();
            case "nothing" -> Response.noContent().build();
            case "created" ->
                Response.created(URI.create("http://localhost/here"))
                        .entity(Map.of("a", 1))
                        .header("X-Twice", "one")
                        .header("X-Twice", 2)
                        .header(ProbeHeaders.NAME, "not this")
                        .build();
            case "refuse" -> throw refusal.get();
            case "forbid" -> throw new ForbiddenException();
            case "fault" -> throw new IllegalStateException("wanted by a test");
            case "no answer" -> null;
            default -> Response.ok(Map.of("done", task)).build();
        };
    }

    /** Fails while it is written. */
    public static final class Unwritable {
        public String getText() {
            throw new IllegalStateException("wanted by a test");
        }
    }

    private static String way() {
        boolean called = Arrays.stream(Thread.currentThread().getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith("org.glassfish.jersey")
                        || frame.getClassName().startsWith("org.jboss.resteasy"));
        return called ? "by JAX-RS" : "direct";
    }
}
