package io.parlance.run;

/** How far a server has come with its start; {@code reason} says why it failed and is empty otherwise. */
record Progress(State state, String reason) {
    enum State {
        STARTING,
        READY,
        FAILED
    }

    static final Progress STARTING = new Progress(State.STARTING, "");
    static final Progress READY = new Progress(State.READY, "");

    static Progress failed(String reason) {
        return new Progress(State.FAILED, reason);
    }
}
