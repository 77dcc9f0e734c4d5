package io.parlance.dialect.highq;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.parlance.core.message.Attachment;
import io.parlance.core.message.Author;
import io.parlance.core.message.FileFacts;
import io.parlance.core.message.MessageDraft;
import io.parlance.core.message.StoredMessage;
import io.parlance.core.tenant.User;
import io.parlance.rest.Json;
import io.parlance.rest.Xml;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageRendererTest {
    private static final UUID ANNA = UUID.randomUUID();
    private static final Map<Long, Attachment> FILES = Stream.of(
                    file(5, "agreement.v2.docx"), file(6, "Site.PNG"), file(7, "noextension"), file(8, ".png"))
            .collect(Collectors.toMap(Attachment::number, file -> file));
    private static final MessageRenderer RENDERER = new MessageRenderer(
            Map.of(ANNA, new User(UUID.randomUUID(), ANNA, 3, "a@e.example", "Anna", "Å", List.of(), Instant.EPOCH)),
            FILES,
            new ApiLinks("https://host/api/5/"));

    private static Attachment file(long number, String name) {
        var type = name.equals("Site.PNG") ? "image/png" : "text/plain";
        return new Attachment(UUID.randomUUID(), UUID.randomUUID(), number, ANNA, new FileFacts(name, type, 12, ""));
    }

    @Test
    void showsFilesInTheirOrderAndPicturesAlsoAsImages() {
        assertThatJson(Json.write(RENDERER.render(message("{\"attachments\": [7, 6, 5, 8, 99]}"))))
                .isEqualTo(
                        """
                        {"messageid": 9,
                         "recipients": {"users": {"user": [
                           {"userid": 3, "name": {"firstname": "Anna", "lastname": "Å"}, "userlink": "https://host/api/5/users/3"}]}},
                         "text": "Hi", "html": "<p>Hi</p>", "lastsentdatetime": "2026-01-31T09:30:59Z",
                         "images": {"image": [{"imagelink": "https://host/api/5/files/6/content",
                                               "apilink": "https://host/api/5/files/6/content"}]},
                         "attachments": {"attachment": [
                           {"id": 7, "name": "noextension", "filesize": 12},
                           {"id": 6, "name": "Site.PNG", "extension": "PNG", "filesize": 12},
                           {"id": 5, "name": "agreement.v2.docx", "extension": "docx", "filesize": 12},
                           {"id": 8, "name": ".png", "filesize": 12}]}}""");
    }

    @Test
    void leavesEmptyListsOutAndPutsHtmlIntoCdata() {
        assertThat(Xml.write(RENDERER.render(message("{}"))))
                .contains("<html><![CDATA[<p>Hi</p>]]></html>")
                .doesNotContain("attachment")
                .doesNotContain("image");
    }

    private static StoredMessage message(String attributes) {
        var draft = MessageDraft.html(UUID.randomUUID(), Author.person("user", ANNA), "<p>Hi</p>", List.of())
                .attributes(attributes);
        return new StoredMessage(UUID.randomUUID(), 9, "highq", 1, Instant.parse("2026-01-31T09:30:59.999Z"), draft);
    }
}
