package io.parlance.dialect.highq;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import io.parlance.core.tenant.User;

/** A person as looked up by number or email; flat, unlike the people of a conversation. */
@JacksonXmlRootElement(localName = "user")
record UserObject(long userid, String firstname, String lastname, String email) {
    static UserObject of(User user) {
        return new UserObject(user.number(), user.firstName(), user.lastName(), user.email());
    }
}
