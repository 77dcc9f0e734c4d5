package io.parlance.dialect.mews;

import io.parlance.core.access.CredentialKind;
import io.parlance.core.access.Credentials;
import io.parlance.core.access.NewCredential;
import io.parlance.core.access.Presented;
import io.parlance.core.dialect.DemoTenant;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.dialect.Headers;
import io.parlance.core.dialect.Setting;
import io.parlance.core.thread.NewThread;
import io.parlance.core.thread.Threads;
import io.parlance.rest.Paths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The Mews Connector API as the rest of the product sees it. */
@ApplicationScoped
public class MewsDialect implements Dialect {
    static final String NAME = "mews";
    static final String BASE = "/api/connector/v1";
    static final String ADD_MESSAGES = "/messages/add";

    /** The pair and the thread that every example of the public documentation uses. */
    private static final String DEMO_CLIENT_TOKEN = "E0D439EE522F44368DC78E1BFB03710C-D24FB11DBE31D4621C4817E028D9E1D";

    private static final String DEMO_ACCESS_TOKEN = "C66EF7B239D24632943D115EDE9CB810-EA00F8FD8294692C940F6B5A8F9453D";
    private static final UUID DEMO_THREAD = UUID.fromString("8d02142f-31cf-4115-90bf-ae5200c7a1ba");

    @Inject
    Credentials credentials;

    @Inject
    Threads threads;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean serves(String path) {
        return Paths.isAt(path, BASE);
    }

    @Override
    public String home() {
        return BASE + ADD_MESSAGES;
    }

    /** The tokens are members of the body; headers carry none. */
    @Override
    public Presented credential(Headers headers) {
        return new Presented.None();
    }

    @Override
    public List<Setting> settings() {
        return ApplicationSettings.ALL;
    }

    /** {@code Sender} of a message that the enterprise's own people wrote. */
    @Override
    public String staffAuthorType() {
        return "Enterprise";
    }

    @Override
    public String provisionDemo(DemoTenant demo) {
        provisionTokens(demo);
        provisionThread(demo);
        return """
                curl %s%s -H 'Content-Type: application/json' \\
                  -d '{"ClientToken":"%s","AccessToken":"%s","Client":"Sample Client 1.0.0",
                  "Messages":[{"Text":"Text of the message","MessageThreadId":"%s","Identifier":"Message 1"}]}'"""
                .formatted(demo.base(), home(), DEMO_CLIENT_TOKEN, DEMO_ACCESS_TOKEN, DEMO_THREAD);
    }

    private void provisionTokens(DemoTenant demo) {
        var application = demo.application().id();
        var enterprise = List.of(demo.groups().get(0).id());
        credentials.ensure(
                demo.id(), NewCredential.ofApplication(CredentialKind.CLIENT_TOKEN, application), DEMO_CLIENT_TOKEN);
        credentials.ensure(
                demo.id(),
                NewCredential.ofApplication(CredentialKind.ACCESS_TOKEN, application)
                        .groups(enterprise),
                DEMO_ACCESS_TOKEN);
    }

    private void provisionThread(DemoTenant demo) {
        if (threads.find(demo.id(), DEMO_THREAD).isPresent()) {
            return;
        }
        threads.create(NewThread.of(demo.id(), NAME)
                .id(DEMO_THREAD)
                .ownedBy(demo.application().id())
                .inGroup(demo.groups().get(0).id(), null)
                .requestedBy("Ada Byron")
                .about("A question about breakfast"));
    }
}
