package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The protocol's own client against ours. */
@Tag("services")
class McpClientTest {
    @Test
    void theOfficialClientAsksForTheStatusAndGetsItsSentences() {
        try (ServedSample server = ServedSample.of(ServedSample.SAMPLE);
                McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.base())
                                .endpoint("/mcp")
                                .build())
                        .build()) {
            McpSchema.InitializeResult hello = client.initialize();
            assertThat(hello.serverInfo().name()).isEqualTo("demarche");
            assertThat(client.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .contains("status", "timeline", "explain")
                    .doesNotContain("propose_correction");

            McpSchema.CallToolResult status = client.callTool(McpSchema.CallToolRequest.builder("status")
                    .arguments(Map.of("as_of", "2021-11-02"))
                    .build());

            assertThat(status.isError()).isFalse();
            assertThat(status.content().get(0).toString()).contains("suspended").contains("quote");
        }
    }
}
