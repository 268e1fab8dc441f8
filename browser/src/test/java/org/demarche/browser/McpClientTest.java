package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.demarche.store.LedgerBook;
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

    @Test
    void overStandardInputAndOutputAProposalStandsInTheLogAndChangesNothing() {
        try (ServedSample server = ServedSample.of(ServedSample.SAMPLE)) {
            ServerParameters process = ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java")
                            .toString())
                    .args("-cp", System.getProperty("java.class.path"), StdioServer.class.getName(), server.folder)
                    .build();
            try (McpSyncClient client = McpClient.sync(new StdioClientTransport(process, McpJsonDefaults.getMapper()))
                    .requestTimeout(Duration.ofMinutes(2))
                    .initializationTimeout(Duration.ofMinutes(2))
                    .build()) {
                client.initialize();
                String event = event(server);

                McpSchema.CallToolResult said = client.callTool(McpSchema.CallToolRequest.builder("propose_correction")
                        .arguments(Map.of(
                                "target",
                                event,
                                "field",
                                "factuality",
                                "value",
                                "denied",
                                "why",
                                "a test",
                                "by",
                                "a program"))
                        .build());

                assertThat(said.isError()).isFalse();
                assertThat(said.content().get(0).toString()).contains("proposed");
            }
            try (LedgerBook book = server.books.read()) {
                assertThat(book.store().log())
                        .isNotEmpty()
                        .allMatch(e -> e.kind().equals("comment"));
            }
        }
    }

    private static String event(ServedSample server) {
        try (LedgerBook book = server.books.read()) {
            return book.dossier().events().stream()
                    .filter(e -> !e.claims().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }
}
