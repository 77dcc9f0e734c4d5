package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code Range} headers ask for. */
class ByteRangeTest {
    @Test
    void endsWithTheContent() {
        assertThat(ByteRange.read("bytes=5-99", 10)).contains(new ByteRange(5, 10));
        assertThat(ByteRange.read("bytes=-99", 10)).contains(new ByteRange(0, 10));
    }

    @Test
    void isNotSatisfiedByWhatIsNotThere() {
        assertThat(ByteRange.read("bytes=10-", 10))
                .hasValueSatisfying(range -> assertThat(range.isSatisfiable()).isFalse());
        assertThat(ByteRange.read("bytes=0-", 0))
                .hasValueSatisfying(range -> assertThat(range.isSatisfiable()).isFalse());
        assertThat(ByteRange.read("bytes=0-0", 10))
                .hasValueSatisfying(range -> assertThat(range.isSatisfiable()).isTrue());
    }

    @Test
    void isNoneWhereTheHeaderIsNone() {
        assertThat(ByteRange.read(null, 10)).isEmpty();
        assertThat(ByteRange.read("bytes=1-0", 10)).isEmpty();
        assertThat(ByteRange.read("bytes=1-2,4-5", 10)).isEmpty();
        assertThat(ByteRange.read("bytes=9999999999999999999-", 10)).isEmpty();
    }
}
