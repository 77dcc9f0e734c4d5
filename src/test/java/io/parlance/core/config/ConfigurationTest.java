package io.parlance.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final String MASTER_KEY = "a master key of thirty-two letters";

    private final Map<String, String> set = new HashMap<>();
    private final Configuration configuration = TestConfiguration.of(set);

    @TempDir
    Path directory;

    @Test
    void hasTheDefaultWhereNobodySetAnything() {
        assertThat(configuration.seconds(CoreKey.BODY_DEADLINE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.find(CoreKey.BODY_BUDGET)).isEmpty();
        assertThat(configuration.reading(CoreKey.BODY_DEADLINE))
                .isEqualTo(new Reading(CoreKey.BODY_DEADLINE, "10", null, null));
    }

    @ParameterizedTest
    @EnumSource(CoreKey.class)
    void hasDefaultsThatMakeSense(CoreKey key) {
        var facts = key.facts();
        assertThat(facts.standard() == null || facts.type().takes(facts.standard()))
                .isTrue();
        assertThat(facts.meaning()).endsWith(".");
    }

    @Test
    void readsNumbersFlagsAndText() {
        set.put("parlance.body.max-bytes", " 8388608 ");
        set.put("parlance.demo", "true");
        set.put("parlance.jwt.groups-claim", "roles");
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(8388608);
        assertThat(configuration.flag(CoreKey.DEMO)).isTrue();
        assertThat(configuration.text(CoreKey.JWT_GROUPS_CLAIM)).isEqualTo("roles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "4MB", "1.5", "1073741825", "99999999999999999999"})
    void namesABadNumberAndKeepsTheDefault(String value) {
        set.put("parlance.body.max-bytes", value);
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(4194304);
        assertThat(problem(CoreKey.BODY_MAX_BYTES))
                .isEqualTo("parlance.body.max-bytes (test) is \"" + value
                        + "\" and must be a whole number from 1 to 1073741824 (bytes)");
    }

    @Test
    void takesNothingForTrueButTrue() {
        set.put("parlance.production", "yes");
        assertThat(problem(CoreKey.PRODUCTION))
                .isEqualTo("parlance.production (test) is \"yes\" and must be true or false");
    }

    @Test
    void namesAnAddressWithoutThePasswordInIt() {
        set.put("parlance.db.url", "jdbc:mysql://ann:s3cret@db/x?password=s3cret&ssl=true");
        assertThat(problem(CoreKey.DB_URL))
                .isEqualTo("parlance.db.url (test) is \"jdbc:mysql://(set)@db/x?password=(set)&ssl=true\""
                        + " and must begin with jdbc:postgresql:");
    }

    @Test
    void readsASecretFromAFileWithoutTheEndOfItsLine() throws IOException {
        file("parlance.master-key-file", MASTER_KEY + "\r\n");
        assertThat(configuration.find(CoreKey.MASTER_KEY)).contains(MASTER_KEY);
        assertThat(configuration.reading(CoreKey.MASTER_KEY).shown()).isEqualTo("(set)");
    }

    @Test
    void namesAFileThatIsNotThere() {
        set.put("parlance.db.password-file", "/run/secrets/none");
        assertThat(problem(CoreKey.DB_PASSWORD))
                .isEqualTo("parlance.db.password-file names /run/secrets/none, which cannot be read"
                        + " (there is no such file); name a file that the server may read");
    }

    @Test
    void namesAnEmptyFile() throws IOException {
        file("parlance.db.password-file", "\n");
        assertThat(problem(CoreKey.DB_PASSWORD)).endsWith(", which is empty");
    }

    @Test
    void namesASecretThatIsSetTwice() throws IOException {
        set.put("parlance.admin.token", "an-admin-token-of-25-chars");
        file("parlance.admin.token-file", "another-admin-token-of-33-letters");
        assertThat(problem(CoreKey.ADMIN_TOKEN))
                .isEqualTo("parlance.admin.token (test) and parlance.admin.token-file (test) are both set;"
                        + " remove one of them");
        assertThat(configuration.find(CoreKey.ADMIN_TOKEN)).isEmpty();
    }

    @Test
    void namesAShortSecretWithoutShowingIt() {
        set.put("parlance.master-key", "hunter2");
        assertThat(problem(CoreKey.MASTER_KEY))
                .isEqualTo("parlance.master-key (test) has 7 characters and must have at least 32 characters");
    }

    @Test
    void seesAChangeThatTakesEffectAtOnce() {
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(4194304);
        set.put("parlance.body.max-bytes", "100");
        configuration.refresh();
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(100);
    }

    @Test
    void keepsWhatWasInForceWhenAChangeMakesNoSense() {
        set.put("parlance.body.max-bytes", "100");
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(100);
        set.put("parlance.body.max-bytes", "plenty");
        configuration.refresh();
        assertThat(configuration.number(CoreKey.BODY_MAX_BYTES)).isEqualTo(100);
        assertThat(problem(CoreKey.BODY_MAX_BYTES)).contains("plenty");
    }

    @Test
    void seesOtherChangesOnlyAfterARestart() {
        assertThat(configuration.count(CoreKey.INTAKE_WRITERS)).isEqualTo(2);
        set.put("parlance.intake.writers", "3");
        configuration.refresh();
        assertThat(configuration.count(CoreKey.INTAKE_WRITERS)).isEqualTo(2);
    }

    private void file(String key, String content) throws IOException {
        var file = directory.resolve("secret");
        Files.writeString(file, content);
        set.put(key, file.toString());
    }

    private String problem(ConfigKey key) {
        return configuration.reading(key).problem();
    }
}
