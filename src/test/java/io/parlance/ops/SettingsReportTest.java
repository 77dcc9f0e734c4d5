package io.parlance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parlance.core.config.ConfigKey;
import io.parlance.core.config.CoreKey;
import io.parlance.core.config.TestConfiguration;
import io.parlance.core.dialect.DialectCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReportTest {
    @ParameterizedTest
    @CsvSource({
        "parlance.production, on",
        "parlance.demo, yes",
        "parlance.admin.token, short",
        "parlance.master-key, short",
        "parlance.db.password-file, /nowhere",
        "parlance.db.url, postgresql://db/parlance",
        "parlance.attachment.unused-days, 30d"
    })
    void refusesToStartWhereNobodyCanTellWhatWouldBeSafe(String key, String value) {
        assertThatThrownBy(report(key, value)::check)
                .hasMessageStartingWith("Parlance does not start: " + key)
                .hasMessageEndingWith(".");
    }

    @Test
    void startsWithTheDefaultOfALimitAndSaysSo() {
        var report = report("parlance.body.max-bytes", "4MB");
        assertThatCode(report::check).doesNotThrowAnyException();
        assertThat(report.complaints())
                .containsExactly(
                        "parlance.body.max-bytes (test) is \"4MB\" and must be a whole number from 1 to 1073741824"
                                + " (bytes); until it is corrected, 4194304 is in force.");
    }

    @Test
    void startsWithAnAddressThatAPoolOfTheServerMakesNeedless() {
        var report = report("parlance.db.url", "postgresql://db/parlance", "parlance.datasource", "jdbc/parlance");
        assertThatCode(report::check).doesNotThrowAnyException();
    }

    @Test
    void hasNothingToSayOfWhatMakesSense() {
        assertThat(report("parlance.body.max-bytes", "4000000").complaints()).isEmpty();
    }

    private static SettingsReport report(String... pairs) {
        var report = new SettingsReport();
        report.configuration = TestConfiguration.of(pairs);
        report.dialects = new DialectCatalog() {
            @Override
            public List<ConfigKey> configKeys() {
                return List.of(CoreKey.values());
            }
        };
        return report;
    }
}
