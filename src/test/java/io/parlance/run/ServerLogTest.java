package io.parlance.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
    @Test
    void findsTheInnermostCauseOfTheFirstTrace() {
        var text =
                """
                ContainerBase.addChild: start:
                org.apache.catalina.LifecycleException: java.lang.IllegalStateException: broken
                \tat org.apache.catalina.core.StandardContext.start(StandardContext.java:5870)
                Caused by: java.lang.IllegalStateException: broken
                \tat io.parlance.Boot.start(Boot.java:1)
                \t... 40 more
                Caused by: java.sql.SQLException: no database
                \tat org.postgresql.Driver.connect(Driver.java:2)
                ]]
                Caused by: java.lang.Error: a later trace
                """;
        assertThat(ServerLog.reasonIn(text)).isEqualTo("no database");
    }

    @Test
    void takesTheLastLineWhereThereIsNoTrace() {
        assertThat(ServerLog.reasonIn("first\nInvalid option -x\n\n")).isEqualTo("Invalid option -x");
    }

    @Test
    void saysSoWhenThereIsNoOutput() {
        assertThat(ServerLog.reasonIn("")).isEqualTo("no output");
    }
}
