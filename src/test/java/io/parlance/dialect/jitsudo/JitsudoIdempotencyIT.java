package io.parlance.dialect.jitsudo;

import io.parlance.it.Http;

class JitsudoIdempotencyIT implements JitsudoIdempotentOperation {
    private final JitsudoTenant jitsudo = JitsudoTenant.provision();

    @Override
    public JitsudoTenant jitsudo() {
        return jitsudo;
    }

    @Override
    public Http refused() {
        return jitsudo.post().header("X-API-Key", jitsudo.key()).json("{}");
    }

    @Override
    public Http operation(String key, String text) {
        return jitsudo.post().header("X-API-Key", key).json("{\"content\":\"" + text + "\"}");
    }
}
