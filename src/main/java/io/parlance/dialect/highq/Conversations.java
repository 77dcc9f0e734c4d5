package io.parlance.dialect.highq;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;

/** A page of the caller's conversations. */
@JacksonXmlRootElement(localName = "conversations")
record Conversations(List<Conversation> conversation) {}
