package io.parlance.bench.load;

import java.nio.charset.StandardCharsets;

/** A request of one connection, with the place where its number goes. */
final class NumberedText {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int WIDTH = Requests.NUMBER.length();

    private final byte[] bytes;
    private final int place;

    NumberedText(byte[] template) {
        bytes = template.clone();
        place = new String(template, StandardCharsets.ISO_8859_1).indexOf(Requests.NUMBER);
    }

    /** The text with this number in it; the array is the same each time. */
    byte[] with(long number) {
        if (place >= 0) {
            for (int i = 0; i < WIDTH; i++) {
                bytes[place + WIDTH - 1 - i] = DIGITS[(int) (number >>> (4 * i)) & 0xf];
            }
        }
        return bytes;
    }
}
