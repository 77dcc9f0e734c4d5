package io.parlance.ops;

import static io.parlance.ops.doctor.Findings.assertFound;

import io.parlance.core.config.TestConfiguration;
import io.parlance.core.doctor.Finding.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeChecksTest {
    @Test
    void wantsNoPublicCredentials() {
        assertFound(DemoDataCheck.judge(false, false), State.OK, "no demo tenant");
        assertFound(DemoDataCheck.judge(true, true), State.WARNING, "loopback addresses only");
        assertFound(DemoDataCheck.judge(false, true), State.FAILED, "can call from anywhere");
    }

    @Test
    void wantsSettingsThatExist() {
        assertFound(ConfigurationCheck.judge(List.of()), State.OK, "All settings");
        assertFound(ConfigurationCheck.judge(List.of("A.", "B.")), State.WARNING, "Settings are wrong (2): A. B.");
    }

    @Test
    void wantsProductionToBeSaid() {
        var check = new ProductionCheck();
        check.settings = new Settings();
        check.settings.configuration = TestConfiguration.of();
        assertFound(check.run(), State.WARNING, "parlance.production is false");

        check.settings.configuration = TestConfiguration.of("parlance.production", "true");
        assertFound(check.run(), State.OK, "is true");
    }
}
