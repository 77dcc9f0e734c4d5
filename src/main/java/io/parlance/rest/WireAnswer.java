package io.parlance.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A success answer as bytes, to be kept and given again: status, media type (empty where there is no body), {@code Location}
 * (empty for none), and the body to the end.
 */
final class WireAnswer {
    private static final String REPLAYED = "Idempotent-Replayed";

    private WireAnswer() {}

    static byte[] write(Response answer) {
        var type = answer.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : answer.getMediaType();
        var location = answer.getLocation();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(answer.getStatus());
            out.writeUTF(answer.hasEntity() ? type.toString() : "");
            out.writeUTF(location == null ? "" : location.toString());
            if (answer.hasEntity()) {
                out.write(body(answer.getEntity(), type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The answer as it was given the first time. */
    static Response read(byte[] kept) {
        return open(kept).build();
    }

    /** The answer to a repetition. */
    static Response replayed(byte[] kept) {
        return open(kept).header(REPLAYED, "true").build();
    }

    private static Response.ResponseBuilder open(byte[] kept) {
        try (var in = new DataInputStream(new ByteArrayInputStream(kept))) {
            var answer = Response.status(in.readUnsignedShort());
            var type = in.readUTF();
            var location = in.readUTF();
            if (!location.isEmpty()) {
                answer.header(HttpHeaders.LOCATION, location);
            }
            return type.isEmpty() ? answer : answer.type(type).entity(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(Object entity, MediaType type) {
        var text = type.getSubtype().endsWith("xml") ? Xml.write(entity) : Json.write(entity);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
