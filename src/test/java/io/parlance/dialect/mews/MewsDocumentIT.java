package io.parlance.dialect.mews;

import io.parlance.it.DocumentedDialect;
import java.util.Map;

class MewsDocumentIT implements DocumentedDialect {
    private final MewsTenant mews = new MewsTenant("{}");

    @Override
    public String dialect() {
        return "mews";
    }

    /** The tokens are in the bodies. */
    @Override
    public Map<String, String> credential() {
        return Map.of();
    }

    @Override
    public Map<String, String> own() {
        return Map.of(
                "E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1D", mews.clientToken,
                "C66EF7B239D24632943D115EDE9CB810-EA00F8FD8294692C940F6B5A8F9453D", mews.accessToken,
                "8d02142f-31cf-4115-90bf-ae5200c7a1ba", mews.thread);
    }
}
