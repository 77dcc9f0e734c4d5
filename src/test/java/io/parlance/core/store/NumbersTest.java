package io.parlance.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final AtomicLong sequence = new AtomicLong(1);
    private final AtomicLong fetches = new AtomicLong();
    private final Numbers numbers = new Numbers();

    NumbersTest() {
        numbers.sql = new Sql() {
            @Override
            @SuppressWarnings("unchecked") // the only query is for a number
            public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
                fetches.incrementAndGet();
                int block = sql.contains("message_number") ? Numbers.MESSAGE_BLOCK : Numbers.BLOCK;
                return Optional.of((T) (Long) sequence.getAndAdd(block));
            }
        };
    }

    @Test
    void usesABlockUpBeforeItFetchesTheNext() {
        var given = IntStream.range(0, 120).mapToLong(i -> numbers.nextUser()).toArray();

        assertThat(given).isSorted().startsWith(1, 2, 3).endsWith(119, 120);
        assertThat(fetches).hasValue(3);
    }

    @Test
    void numbersAThousandMessagesByTwoQueriesAtMost() {
        IntStream.range(0, 1000).forEach(i -> numbers.nextMessage());

        assertThat(fetches.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void neverGivesANumberTwice() {
        var given = IntStream.range(0, 20_000)
                .parallel()
                .mapToLong(i -> numbers.nextMessage())
                .toArray();

        assertThat(given).doesNotHaveDuplicates();
    }
}
