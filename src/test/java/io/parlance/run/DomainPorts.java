package io.parlance.run;

/** Gives a domain of Payara Server ports of its own, on the loopback address only. */
final class DomainPorts {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LISTENER = "//config[@name='server-config']//network-listener[@name='%s']";
    private static final String CONFIG = "//config[@name='server-config']";

    private DomainPorts() {}

    static ServerXml change(ServerXml xml, int http, int admin) {
        xml.set(LISTENER.formatted("http-listener-1"), "port", http)
                .set(LISTENER.formatted("http-listener-2"), "port", Ports.free())
                .set(LISTENER.formatted("admin-listener"), "port", admin)
                .set(LISTENER.formatted("admin-listener"), "address", LOOPBACK)
                .set(CONFIG + "//jmx-connector", "port", Ports.free())
                .set(CONFIG + "//jmx-connector", "address", LOOPBACK)
                .set(CONFIG + "//iiop-listener", "address", LOOPBACK)
                .set(CONFIG + "/hazelcast-config-specific-configuration", "enabled", false)
                .set(CONFIG + "/system-property[@name='JMS_PROVIDER_PORT']", "value", Ports.free())
                .setText(
                        CONFIG + "//jvm-options[starts-with(., '-Dosgi.shell.telnet.port=')]",
                        "-Dosgi.shell.telnet.port=" + Ports.free());
        for (var listener : new String[] {"orb-listener-1", "SSL", "SSL_MUTUALAUTH"}) {
            xml.set(CONFIG + "//iiop-listener[@id='" + listener + "']", "port", Ports.free());
        }
        return xml;
    }
}
