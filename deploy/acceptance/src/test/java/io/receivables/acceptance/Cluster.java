package io.receivables.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Several nodes of both sides on one PostgreSQL, with tokens of somebody else's issuer. */
final class Cluster implements AutoCloseable {

    private final Postgres postgres;
    private final SignedTokens tokens;
    private final List<Node> nodes;
    private final int commandNodes;

    private Cluster(Postgres postgres, SignedTokens tokens, List<Node> nodes, int commandNodes) {
        this.postgres = postgres;
        this.tokens = tokens;
        this.nodes = nodes;
        this.commandNodes = commandNodes;
    }

    static Cluster start(Path folder, int commandNodes, int queryNodes) throws IOException, GeneralSecurityException {
        var postgres = Postgres.start(folder.resolve("postgresql"));
        var tokens = new SignedTokens();
        var settings = settings(postgres.url(), tokens.writeKeys(folder));
        var nodes = Together.run(commandNodes + queryNodes, Stream.concat(Stream.generate(() -> "command-side")
                .limit(commandNodes), Stream.generate(() -> "query-side").limit(queryNodes))
                .<Callable<Node>>map(module -> () -> Node.start(module, settings))
                .toList());
        return new Cluster(postgres, tokens, nodes, commandNodes);
    }

    static Map<String, String> settings(String url, Path keys) {
        return Map.of("SPRING_DATASOURCE_URL", url, "RECEIVABLES_IDENTITY_ISSUER", SignedTokens.ISSUER,
                "RECEIVABLES_IDENTITY_JWKSETFILE", keys.toString());
    }

    Postgres postgres() {
        return postgres;
    }

    Node commands(int number) {
        return nodes.get(number);
    }

    Node queries(int number) {
        return nodes.get(commandNodes + number);
    }

    List<Node> queryNodes() {
        return nodes.subList(commandNodes, nodes.size());
    }

    Api api(Node node) {
        return as(node, "clerk", "*");
    }

    /** The API of a node for somebody who may act for this legal entity, {@code *} for all. */
    Api as(Node node, String subject, String entity) {
        try {
            return new Api(node.uri(), tokens.token(subject, List.of(entity), "controller", "integration"),
                    node.log());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        Together.run(nodes.size(), nodes.stream().<Callable<Void>>map(node -> () -> {
            node.close();
            return null;
        }).toList());
        postgres.close();
    }
}
