package io.parlance.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
    private final KnownKeys known = new KnownKeys(List.of(CoreKey.values()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parlance.db.url",
                "parlance.db.password-file",
                "PARLANCE_DB_URL",
                "PARLANCE_DB_PASSWORD_FILE",
                "PARLANCE_BODY_MAX_BYTES",
                "parlance_db_url"
            })
    void knowsKeysAndTheirVariables(String name) {
        assertThat(known.complaint(name, "test")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "parlance.body.max-byte, parlance.body.max-bytes",
        "parlance.body.maxbytes, parlance.body.max-bytes",
        "parlance.db.password.file, parlance.db.password-file",
        "PARLANCE_PRODUKTION, parlance.production",
        "PARLANCE_MASTERKEY, parlance.master-key",
        "parlance.Demo, parlance.demo"
    })
    void namesTheKeyThatWasProbablyMeant(String name, String meant) {
        assertThat(known.complaint(name, "test").orElseThrow())
                .startsWith(name + " (test) is no setting of Parlance and has no effect; did you mean " + meant
                        + ", which must ");
    }

    @Test
    void saysWhatTheMeantKeyTakes() {
        assertThat(known.complaint("parlance.body.max-bite", "test"))
                .contains("parlance.body.max-bite (test) is no setting of Parlance and has no effect; did you mean"
                        + " parlance.body.max-bytes, which must be a whole number from 1 to 1073741824 (bytes)?");
    }

    @Test
    void namesTheListWhereNothingIsNear() {
        assertThat(known.complaint("parlance.colour-of-the-sky", "test").orElseThrow())
                .endsWith("server-config/parlance.properties lists the settings there are.");
    }
}
