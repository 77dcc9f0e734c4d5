package io.parlance.dialect.highq;

import io.parlance.rest.DialectApplication;
import io.parlance.rest.XmlWire;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Mounts {@code /api}, of which only {@code /api/{digits}} is this dialect's; other applications lie deeper below it. */
@ApplicationPath(HighqDialect.API)
public class HighqApplication extends DialectApplication {
    @Override
    protected Set<Class<?>> members() {
        return Set.of(
                ConversationsResource.class,
                UsersResource.class,
                ErrorsResource.class,
                AttachmentsResource.class,
                FilesResource.class,
                HighqErrorMapper.class,
                XmlWire.class);
    }
}
