package io.parlance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @Test
    void hidesWhatMayBeASecretFromReadersOfLogs() {
        assertThat(Paths.withoutSecrets("/webhook/app-portal-access/0qilqiom3hhtw57smqyr6xdkvyqo/x"))
                .isEqualTo("/webhook/app-portal-access/***/x");
        assertThat(Paths.withoutSecrets("/messages/8d02142f-31cf-4115-90bf-ae5200c7a1ba0qilqiom3h"))
                .isEqualTo("/messages/***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/messages/",
                "/api/connector/v1/messageThreads/getAll",
                "/admin/api/v1/tenants/acme/threads/8d02142f-31cf-4115-90bf-ae5200c7a1ba/messages"
            })
    void leavesNamesAndIdsAlone(String path) {
        assertThat(Paths.withoutSecrets(path)).isEqualTo(path);
    }
}
