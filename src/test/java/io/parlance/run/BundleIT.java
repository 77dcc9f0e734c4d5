package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.parlance.it.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code server-config/payara-micro/bundle.sh} puts into its one file. */
@Tag("smoke")
class BundleIT {
    @Test
    void hasTheWarOfThisBuildByteForByte() throws IOException {
        assumeThat(TestServer.kind()).isEqualTo("bundle");
        try (var bundle = new ZipFile(BuildFiles.bundle().toFile());
                var war = bundle.getInputStream(bundle.getEntry("MICRO-INF/deploy/ROOT.war"))) {
            assertThat(war).hasBinaryContent(Files.readAllBytes(BuildFiles.war()));
        }
    }
}
