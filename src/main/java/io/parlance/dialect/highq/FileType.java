package io.parlance.dialect.highq;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The media type of a file by its first bytes, whatever its sender says it is. The name only tells apart what begins alike:
 * documents that are archives of the same kind.
 */
final class FileType {
    private static final String UNKNOWN = "application/octet-stream";
    private static final String ZIP = "application/zip";
    private static final String COMPOUND = "application/x-ole-storage";
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final List<Magic> MAGIC = List.of(
            new Magic("application/pdf", 0, "255044462d"),
            new Magic("image/png", 0, "89504e470d0a1a0a"),
            new Magic("image/jpeg", 0, "ffd8ff"),
            new Magic("image/gif", 0, "474946383761"),
            new Magic("image/gif", 0, "474946383961"),
            new Magic("image/webp", 8, "57454250"),
            new Magic("image/tiff", 0, "49492a00"),
            new Magic("image/tiff", 0, "4d4d002a"),
            new Magic("image/heic", 4, "6674797068656963"),
            new Magic("video/mp4", 4, "66747970"),
            new Magic("audio/wav", 8, "57415645"),
            new Magic("audio/mpeg", 0, "494433"),
            new Magic("audio/ogg", 0, "4f676753"),
            new Magic("application/rtf", 0, "7b5c727466"),
            new Magic("application/gzip", 0, "1f8b"),
            new Magic("application/x-7z-compressed", 0, "377abcaf271c"),
            new Magic(ZIP, 0, "504b0304"),
            new Magic(COMPOUND, 0, "d0cf11e0a1b11ae1"));

    private static final Map<String, String> ARCHIVES = Map.of(
            "docx", OPEN_XML + "wordprocessingml.document",
            "xlsx", OPEN_XML + "spreadsheetml.sheet",
            "pptx", OPEN_XML + "presentationml.presentation",
            "odt", OPEN_DOCUMENT + "text",
            "ods", OPEN_DOCUMENT + "spreadsheet",
            "odp", OPEN_DOCUMENT + "presentation");

    private static final Map<String, String> COMPOUNDS = Map.of(
            "doc", "application/msword",
            "xls", "application/vnd.ms-excel",
            "ppt", "application/vnd.ms-powerpoint",
            "msg", "application/vnd.ms-outlook");

    private FileType() {}

    /** Bytes, in hexadecimal, at a place near the beginning. */
    private record Magic(String type, int offset, String bytes) {
        boolean matches(byte[] head) {
            int length = bytes.length() / 2;
            return head.length >= offset + length
                    && HexFormat.of().formatHex(head, offset, offset + length).equals(bytes);
        }
    }

    static String detect(byte[] head, String name) {
        var type = MAGIC.stream()
                .filter(magic -> magic.matches(head))
                .findFirst()
                .map(Magic::type)
                .orElseGet(() -> isText(head) ? "text/plain" : UNKNOWN);
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (type) {
            case ZIP -> ARCHIVES.getOrDefault(extension, ZIP);
            case COMPOUND -> COMPOUNDS.getOrDefault(extension, COMPOUND);
            default -> type;
        };
    }

    /** UTF-8 without control characters; it may be cut off within a character. */
    private static boolean isText(byte[] head) {
        var text = CharBuffer.allocate(head.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), text, false);
        return head.length > 0
                && !result.isError()
                && text.flip().chars().noneMatch(character -> character < ' ' && "\t\n\f\r".indexOf(character) < 0);
    }
}
