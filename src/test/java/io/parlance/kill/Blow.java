package io.parlance.kill;

/** A way to lose a process without warning. */
enum Blow {
    POSTGRES_KILLED,
    SERVER_KILLED,
    POSTGRES_STOPPED_AT_ONCE;

    /** Blows to PostgreSQL and to the server, in turn. */
    static Blow number(int i) {
        return switch (i % 4) {
            case 0 -> POSTGRES_KILLED;
            case 2 -> POSTGRES_STOPPED_AT_ONCE;
            default -> SERVER_KILLED;
        };
    }

    boolean hitsTheDatabase() {
        return this != SERVER_KILLED;
    }

    void strike(Installation installation) {
        switch (this) {
            case POSTGRES_KILLED -> installation.database.kill();
            case POSTGRES_STOPPED_AT_ONCE -> installation.database.stopAtOnce();
            case SERVER_KILLED -> installation.server.kill();
        }
    }

    /** Starts again what the blow ended, and nothing else. */
    void mend(Installation installation) {
        if (hitsTheDatabase()) {
            installation.database.restart();
            return;
        }
        installation.server.start();
    }
}
