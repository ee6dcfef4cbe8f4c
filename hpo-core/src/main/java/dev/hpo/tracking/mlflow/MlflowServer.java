// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.JsonValues;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** An MLflow server, by its REST interface 2.0. What it does not answer, or as one that is busy, it is asked again, twice. */
final class MlflowServer {

    private static final int ATTEMPTS = 3;
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int REFUSALS = 300;
    private static final int LONGEST_MESSAGE = 200;
    private static final String INTERFACE = "api/2.0/mlflow/";
    private static final String ARTIFACTS = "api/2.0/mlflow-artifacts/artifacts/";
    private static final JsonFactory JSON_TEXTS = new JsonFactory();

    private final URI address;
    private final MlflowCredentials credentials;
    private final Waits waits;
    private final HttpClient client;

    /**
     * Creates a server.
     *
     * @param address where it is, which may be below a path
     */
    MlflowServer(URI address, MlflowCredentials credentials, Waits waits) {
        this.address = address;
        this.credentials = credentials;
        this.waits = waits;
        // Not followed, redirections take no credentials to anybody else.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(waits.connecting())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    URI address() {
        return address;
    }

    /**
     * Asks for something.
     *
     * @param endpoint what, such as {@code experiments/get-by-name}
     */
    Map<String, Object> get(String endpoint, String key, String value) throws IOException, InterruptedException {
        String query = "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return answer(request(INTERFACE + endpoint + query).GET());
    }

    /** Tells something. */
    Map<String, Object> post(String endpoint, Map<String, ?> body) throws IOException, InterruptedException {
        return answer(request(INTERFACE + endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body))));
    }

    /**
     * Hands over a file, for the server to keep it.
     *
     * @param folder where, as a path that needs no escapes
     */
    void put(String folder, Path file) throws IOException, InterruptedException {
        BodyPublisher content = BodyPublishers.ofFile(file);
        Map<String, Object> unused = answer(request(ARTIFACTS + folder + "/" + file.getFileName())
                .header("Content-Type", "application/octet-stream")
                .PUT(content));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(new URI(address + "/" + path)).timeout(waits.answering());
            credentials.header().ifPresent(header -> request.header("Authorization", header));
            return request;
        } catch (URISyntaxException e) {
            throw new IOException("its address must be one: " + e.getMessage(), e);
        }
    }

    private static String json(Map<String, ?> body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON_TEXTS.createGenerator(text)) {
            JsonValues.write(body, json);
        }
        return text.toString();
    }

    private Map<String, Object> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request.build());
        boolean isDone = response.statusCode() < REFUSALS;
        try {
            Map<String, Object> read = response.body().isBlank() ? Map.of() : JSON.std.mapFrom(response.body());
            if (isDone) {
                return read;
            }
            throw new MlflowFault(response.statusCode(), text(read, "error_code"), inShort(text(read, "message")));
        } catch (MlflowFault fault) {
            throw fault;
        } catch (IOException e) {
            // A page for people, as of a proxy or of something else than MLflow.
            String what = isDone ? "what it answers is not of MLflow" : "";
            throw new MlflowFault(response.statusCode(), "", what);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                if (attempt == ATTEMPTS || !BUSY.contains(response.statusCode())) {
                    return response;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                    throw new IOException("it does not answer: " + reason, e);
                }
            }
            Thread.sleep(attempt * waits.pause().toMillis());
        }
    }

    private static String text(Map<String, Object> answer, String key) {
        return answer.get(key) instanceof String text ? text : "";
    }

    private static String inShort(String message) {
        String line = VisibleText.firstLine(message);
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
    }

    /**
     * How long is waited.
     *
     * @param connecting for a connection
     * @param answering for an answer
     * @param pause before the second attempt; twice as long before the third
     */
    record Waits(Duration connecting, Duration answering, Duration pause) {

        static final Waits USUAL = new Waits(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMillis(300));
    }
}
