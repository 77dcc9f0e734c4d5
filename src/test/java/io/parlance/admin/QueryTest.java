package io.parlance.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.RejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final String ID = "01a1fd0f-461a-7c62-95d3-253e956668ce";

    private static Query query(String name, String... values) {
        return Query.of(Map.of(name, List.of(values)), "text", "id", "time");
    }

    @Test
    void pagesByFiftyFromTheStart() {
        var page = Query.of(Map.of()).page();

        assertThat(page.limit()).isEqualTo(50);
        assertThat(page.after()).isNull();
    }

    @Test
    void readsLimitAndCursor() {
        assertThat(query("limit", "250").page().limit()).isEqualTo(250);
        assertThat(query("cursor", ID).page().after()).isEqualTo(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "251", "1.5", "ten", "9999999999"})
    void refusesOtherLimits(String limit) {
        assertThatThrownBy(() -> query("limit", limit).page()).isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesParametersItDoesNotKnowOrGetsTwice() {
        assertThatThrownBy(() -> query("other", "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> query("text", "x", "y")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void readsTimesOfAnyOffset() {
        assertThat(query("time", "2026-01-31T10:00:00+02:00").time("time"))
                .isEqualTo(Instant.parse("2026-01-31T08:00:00Z"));
        assertThat(query("text", "x").time("time")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "2026-01-31T10:00:00", "now"})
    void refusesTimesWithoutAnOffset(String time) {
        assertThatThrownBy(() -> query("time", time).time("time")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void readsIdsInAnyCase() {
        assertThat(query("id", "01A1FD0F-461A-7C62-95D3-253E956668CE").id("id")).isEqualTo(UUID.fromString(ID));
        assertThatThrownBy(() -> query("id", "1-2-3-4-5").id("id")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesTextsTheDatabaseCannotCompare() {
        assertThatThrownBy(() -> query("text", "a\u0000").text("text")).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> query("text", "x".repeat(201)).text("text")).isInstanceOf(InvalidInput.class);
    }
}
