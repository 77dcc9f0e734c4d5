package io.parlance.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text shown when everything runs; it fits one screen. */
record LaunchScreen(URI base, LaunchOptions options, AdminToken token, Path sheet) {
    private static final String RULE = "-".repeat(78);

    String text() {
        return String.join(
                "\n",
                RULE,
                "Parlance listens on " + base,
                "  docs        " + base + "docs/",
                "  admin API   " + base + "admin/api/v1  (Authorization: Bearer <admin token>)",
                "  admin token " + tokenSource(),
                "  data        " + options.data(),
                "",
                demo() + RULE,
                "Ctrl-C stops the server and PostgreSQL; the data stays.");
    }

    private String tokenSource() {
        return token.file() == null
                ? "as given in " + AdminToken.VARIABLE
                : token.value() + "  (kept in " + token.file() + ")";
    }

    private String demo() {
        try {
            return Files.readString(sheet).stripTrailing() + "\n";
        } catch (IOException none) {
            return "";
        }
    }
}
