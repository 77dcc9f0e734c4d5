package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.it.Answer;
import io.parlance.it.Http;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests that bring and fetch files. */
final class UploadRequests {
    static final String PATH = "/api/4/attachments?siteid=7";

    private UploadRequests() {}

    static String file(String fileName, String content) {
        return "Content-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/html\r\n\r\n" + content;
    }

    static String field(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    /** A form of these parts, with a boundary of its own, as clients make a new one for every request. */
    static Http form(Http request, String... parts) {
        var boundary = "limit-" + UUID.randomUUID();
        var body = new StringBuilder();
        for (var part : parts) {
            body.append("--").append(boundary).append("\r\n").append(part).append("\r\n");
        }
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .body(body.append("--")
                        .append(boundary)
                        .append("--\r\n")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Http upload(String token, String name, String content) {
        return form(Http.post(PATH).bearer(token), file("C:\\fake\\" + name, content), field("filename", name));
    }

    /** The id of a file that was taken. */
    static long id(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(
                answer.body().replaceFirst("(?s).*<id>([0-9]+)</id>.*", "$1").replaceAll("\\D+", ""));
    }

    static Http content(String token, long id) {
        return Http.get("/api/4/files/" + id + "/content").bearer(token);
    }

    /** A message to a person that brings the file along. */
    static Answer send(HighqTenant tenant, HighqTenant.Person recipient, long file) {
        return tenant.xml(
                HighqTenant.user(recipient.number()),
                "<message><html>see</html><attachments><attachment><id>" + file
                        + "</id></attachment></attachments></message>");
    }
}
