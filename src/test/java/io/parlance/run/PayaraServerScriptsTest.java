package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code server-config/payara-server} on a server that stops answering. */
class PayaraServerScriptsTest {
    private static final String JOURNAL = "alias\tparlance.db.password\napplication\tparlance\n";

    @TempDir
    private Path home;

    @Test
    void keepsTheJournalWhenTheServerDoesNotTellWhatIsThere() throws IOException {
        var domain = Files.createDirectories(home.resolve("domain"));
        Files.writeString(Files.createDirectory(domain.resolve("config")).resolve("domain.xml"), "<domain/>");
        var journal = Files.writeString(domain.resolve("config/parlance.journal"), JOURNAL);
        serverThatOnlyKnowsItsPlace(domain);

        var run = ScriptRun.of(
                List.of("sh", ScriptRun.script("payara-server/uninstall.sh").toString()),
                Map.of("PAYARA_HOME", home.toString(), "PAYARA_DOMAIN", domain.toString()));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("could not take back: application parlance", "remote failure", "run this script again")
                .doesNotContain("Parlance is gone");
        assertThat(journal).hasContent(JOURNAL);
    }

    private void serverThatOnlyKnowsItsPlace(Path domain) throws IOException {
        var tool = Files.createDirectory(home.resolve("bin")).resolve("asadmin");
        Files.writeString(
                tool,
                """
                #!/bin/sh
                case "$*" in *__locations) echo "%s" ;; *) echo 'remote failure' && exit 1 ;; esac
                """
                        .formatted(domain));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
}
