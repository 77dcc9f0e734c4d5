package io.parlance.dialect.highq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code searchtext}, by HTTP against the real server. */
class HighqSearchIT {
    private HighqTenant tenant;
    private HighqPerson anna;
    private HighqPerson ben;
    private HighqPerson cleo;

    @BeforeEach
    void provision() {
        tenant = HighqTenant.create();
        anna = HighqPerson.of(tenant, tenant.sender());
        ben = HighqPerson.of(tenant, tenant.first());
        cleo = HighqPerson.of(tenant, tenant.second());
    }

    @Test
    void findsByWordsOfOneMessageInOnesOwnConversationsOnly() {
        long contract = anna.open("<p>The <b>con</b>tract of Zürich &amp; Genève</p>", ben);
        long invoice = anna.open("<p>An invoice</p>", ben);
        ben.reply(invoice, "for Zürich");
        cleo.open("contract", ben);

        assertThat(anna.search("contract zürich")).containsExactly(contract);
        assertThat(anna.search("ZURICH")).containsExactly(invoice, contract);
        assertThat(anna.search("gen")).containsExactly(contract);
        assertThat(anna.search("cont zürich")).isEmpty();
        assertThat(anna.search("invoice zürich")).isEmpty();
        assertThat(anna.search("strong")).isEmpty();
        assertThat(anna.search("?!")).isEmpty();
        assertThat(ben.search("contract")).hasSize(2);
        assertThat(anna.list("searchtext=zurich&limit=1&offset=1")).containsExactly(contract);
        anna.update(contract, "MARK_AS_ARCHIVE");
        assertThat(anna.list("searchtext=zurich&filter=ARCHIVED")).containsExactly(contract);
        assertThat(anna.search("' & !x:* | (")).isEmpty();
    }

    @Test
    void findsWordsOfScriptsWithoutBlanks() {
        long conversation = anna.open("東京都の契約書を確認してください", ben);
        anna.open("京東", ben);

        assertThat(anna.search("契約書")).containsExactly(conversation);
        assertThat(anna.search("東京都")).containsExactly(conversation);
        assertThat(anna.search("約")).containsExactly(conversation);
        assertThat(anna.search("い")).containsExactly(conversation);
        assertThat(anna.search("契書")).isEmpty();
    }
}
