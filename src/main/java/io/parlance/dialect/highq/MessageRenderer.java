package io.parlance.dialect.highq;

import io.parlance.core.message.Attachment;
import io.parlance.core.message.StoredMessage;
import io.parlance.core.tenant.User;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows stored messages as the API does; it has been given all people and files they name. */
record MessageRenderer(Map<UUID, User> users, Map<Long, Attachment> files, ApiLinks links) {
    Message render(StoredMessage stored) {
        var html = stored.content().body();
        var author = stored.content().author().userId();
        var attached = ConversationRenderer.numbers(stored).stream()
                .map(files::get)
                .filter(Objects::nonNull)
                .toList();
        return new Message(
                stored.number(),
                people(author == null ? List.of() : List.of(author)),
                HtmlText.snippet(html),
                HtmlText.safe(html),
                stored.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                images(attached),
                attached.isEmpty()
                        ? null
                        : new Message.Attachments(
                                attached.stream().map(MessageRenderer::file).toList()));
    }

    Recipients people(Collection<UUID> ids) {
        return Recipients.of(ids.stream()
                .map(users::get)
                .filter(Objects::nonNull)
                .map(user -> new Recipients.User(
                        user.number(),
                        new Recipients.Name(user.firstName(), user.lastName()),
                        links.user(user.number())))
                .toList());
    }

    private Message.@Nullable Images images(List<Attachment> attached) {
        var images = attached.stream()
                .filter(file -> file.file().mediaType().startsWith("image/"))
                .map(file -> links.file(file.number()))
                .map(link -> new Message.Image(link, link))
                .toList();
        return images.isEmpty() ? null : new Message.Images(images);
    }

    private static Message.Attachment file(Attachment file) {
        return new Message.Attachment(
                file.number(), file.name(), extension(file), file.file().size());
    }

    private static @Nullable String extension(Attachment file) {
        int dot = file.name().lastIndexOf('.');
        return dot <= 0 || dot == file.name().length() - 1 ? null : file.name().substring(dot + 1);
    }
}
