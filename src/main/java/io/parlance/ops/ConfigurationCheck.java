package io.parlance.ops;

import io.parlance.core.doctor.Finding;
import io.parlance.core.doctor.LocalCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Whether all settings exist and make sense. */
@ApplicationScoped
class ConfigurationCheck implements LocalCheck {
    private static final int SHOWN = 5;

    @Inject
    SettingsReport report;

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public Finding run() {
        return judge(report.complaints());
    }

    static Finding judge(List<String> complaints) {
        if (complaints.isEmpty()) {
            return Finding.ok("All settings are known and make sense.");
        }
        return Finding.warning(
                "Settings are wrong (" + complaints.size() + "): "
                        + complaints.stream().limit(SHOWN).collect(Collectors.joining(" ")),
                "Correct them; server-config/parlance.properties has all there are.");
    }
}
