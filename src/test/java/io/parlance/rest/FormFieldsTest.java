package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.problem.RejectedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
    @Test
    void readsFieldsAsTheyWereBeforeTheirEncoding() {
        var form = read("a=Gr%C3%BC%C3%9Fe+%26+more&b=x=y&c&=nameless&&d=");

        assertThat(form.text("a")).isEqualTo("Grüße & more");
        assertThat(form.text("b")).isEqualTo("x=y");
        assertThat(form.text("c")).isNull();
        assertThat(form.text("d")).isNull();
        assertThat(form.text("absent")).isNull();
    }

    @Test
    void readsNothingFromAnEmptyBody() {
        assertThat(read("").values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=%zz", "%=1", "a=%C3%2"})
    void refusesWhatIsNoForm(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(RejectedException.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var body = new ByteArrayInputStream(new byte[] {'a', '=', (byte) 0xff});

        assertThatThrownBy(() -> FormFields.read(body)).isInstanceOf(RejectedException.class);
    }

    private static FormFields read(String body) {
        return FormFields.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
