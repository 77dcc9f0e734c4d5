package io.parlance.dialect.highq;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;

/** What an upload answers: the id by which messages refer to the file. */
@JacksonXmlRootElement(localName = "attachment")
record AttachmentObject(long id) {}
