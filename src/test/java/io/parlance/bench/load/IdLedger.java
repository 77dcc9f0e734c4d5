package io.parlance.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The UUIDs that the answers of one connection named, as 64 bits each, to see afterwards whether one came twice. */
final class IdLedger {
    private static final int UUID_LENGTH = 36;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final byte[] marker;
    private long[] ids = new long[1 << 10];
    private int size;

    /** Notes the values of this JSON member; of none if the name is empty. */
    IdLedger(String member) {
        marker = member.isEmpty() ? new byte[0] : ("\"" + member + "\":\"").getBytes(StandardCharsets.UTF_8);
    }

    /** Notes all ids of a body and answers how many there were. */
    int note(byte[] body, int length) {
        int found = 0;
        int last = marker.length == 0 ? -1 : length - marker.length - UUID_LENGTH;
        for (int i = 0; i <= last; i++) {
            if (body[i] == '"' && Arrays.equals(body, i, i + marker.length, marker, 0, marker.length)) {
                add(uuid(body, i + marker.length));
                found++;
                i += marker.length + UUID_LENGTH - 1;
            }
        }
        return found;
    }

    boolean isWanted() {
        return marker.length > 0;
    }

    private void add(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }

    private static long uuid(byte[] text, int from) {
        long high = 0;
        long low = 0;
        for (int i = from; i < from + UUID_LENGTH; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit >= 0) {
                high = (high << 4) | (low >>> 60);
                low = (low << 4) | digit;
            }
        }
        return high * MIX ^ low;
    }

    /** How many ids of all ledgers together were there before. */
    static long repeats(List<IdLedger> ledgers) {
        var all = new long[ledgers.stream().mapToInt(ledger -> ledger.size).sum()];
        int end = 0;
        for (var ledger : ledgers) {
            System.arraycopy(ledger.ids, 0, all, end, ledger.size);
            end += ledger.size;
        }
        Arrays.sort(all);
        long repeats = 0;
        for (int i = 1; i < all.length; i++) {
            repeats += all[i] == all[i - 1] ? 1 : 0;
        }
        return repeats;
    }
}
