package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlCData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as answers have it; to whoever has just written it, its id says enough.
 *
 * @param recipients its author
 * @param text the beginning of it without formatting
 * @param html what a browser may show: the stored content without anything active
 * @param lastsentdatetime in UTC, as {@code 2026-01-31T09:30:00Z}
 * @param images those of the attachments that are pictures; left out where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        long messageid,
        @Nullable Recipients recipients,
        @Nullable String text,
        @JacksonXmlCData @Nullable String html,
        @Nullable String lastsentdatetime,
        @Nullable Images images,
        @Nullable Attachments attachments) {
    record Images(List<Image> image) {}

    /**
     * A picture.
     *
     * @param imagelink where a browser finds it
     * @param apilink where a client of the API finds it
     */
    record Image(String imagelink, String apilink) {}

    record Attachments(List<Attachment> attachment) {}

    /**
     * A file that goes with the message.
     *
     * @param extension behind the last dot of the name; left out where there is none
     * @param filesize in bytes; left out where it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attachment(long id, String name, @Nullable String extension, @Nullable Long filesize) {}

    static Message written(long number) {
        return new Message(number, null, null, null, null, null, null);
    }
}
