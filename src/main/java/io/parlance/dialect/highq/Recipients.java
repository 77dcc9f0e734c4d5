package io.parlance.dialect.highq;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** People as the Conversation Common Object has them: of a conversation all of them, of a message its author alone. */
record Recipients(Users users) {
    record Users(List<User> user) {}

    /**
     * A person. Nobody has a picture or a page of their own here, so the links to these are left out.
     *
     * @param userlink where the API tells more about the person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(long userid, Name name, String userlink) {}

    record Name(String firstname, String lastname) {}

    static Recipients of(List<User> people) {
        return new Recipients(new Users(people));
    }
}
