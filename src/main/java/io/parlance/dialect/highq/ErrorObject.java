package io.parlance.dialect.highq;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;

/**
 * The error object of every refusal; JSON has no root key.
 *
 * @param link address of the incident, whose id tells an administrator what was refused and why
 * @param ref integer of the kind of error
 */
@JacksonXmlRootElement(localName = "error")
record ErrorObject(String link, int ref, String summary) {}
