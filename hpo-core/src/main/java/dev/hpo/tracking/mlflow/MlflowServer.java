// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.space.VisibleText;
import dev.hpo.tracking.AwayException;
import dev.hpo.trial.JsonValues;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** An MLflow server, by its REST interface 2.0. What it does not answer, or as one that is busy, it is asked again, twice at most. */
final class MlflowServer {

    private static final int ATTEMPTS = 3;
    private static final int ATTEMPTS_IN_SILENCE = 2;
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    /** With these nothing was done. */
    private static final Set<Integer> REFUSED = Set.of(429, 503);

    private static final int REFUSALS = 300;
    private static final int LONGEST_MESSAGE = 200;
    private static final String INTERFACE = "api/2.0/mlflow/";
    private static final String ARTIFACTS = "api/2.0/mlflow-artifacts/artifacts/";
    private static final JsonFactory JSON_TEXTS = new JsonFactory();

    private final URI address;
    private final MlflowCredentials credentials;
    private final Waits waits;
    private final AtomicLong answers = new AtomicLong();
    private @Nullable HttpClient client;

    /**
     * Creates a server.
     *
     * @param address where it is, which may be below a path
     */
    MlflowServer(URI address, MlflowCredentials credentials, Waits waits) {
        this.address = address;
        this.credentials = credentials;
        this.waits = waits;
    }

    /** Not before it is needed: what it reads, such as certificates, may be broken. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            // Not followed, redirections take no credentials to anybody else.
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(waits.connecting())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            client = made;
        }
        return made;
    }

    URI address() {
        return address;
    }

    /** Returns how often it has answered. */
    long answers() {
        return answers.get();
    }

    /**
     * Asks for something.
     *
     * @param endpoint what, such as {@code experiments/get-by-name}
     */
    Map<String, Object> get(String endpoint, String key, String value) throws IOException, InterruptedException {
        String query = "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return answer(request(INTERFACE + endpoint + query).GET().build(), waits.answering(), true);
    }

    /** Tells something that makes no difference when it is told twice. */
    Map<String, Object> post(String endpoint, Map<String, ?> body) throws IOException, InterruptedException {
        return post(endpoint, body, true);
    }

    /** Makes something, which a second time would make another one. */
    Map<String, Object> create(String endpoint, Map<String, ?> body) throws IOException, InterruptedException {
        return post(endpoint, body, false);
    }

    private Map<String, Object> post(String endpoint, Map<String, ?> body, boolean isRepeatable)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(INTERFACE + endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(body)));
        return answer(request.build(), waits.answering(), isRepeatable);
    }

    /**
     * Hands over a file, for the server to keep it.
     *
     * @param folder where, as a path that needs no escapes
     */
    void put(String folder, String name, BodyPublisher content) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(ARTIFACTS + folder + "/" + name)
                .header("Content-Type", "application/octet-stream")
                .PUT(content);
        Map<String, Object> unused = answer(request.build(), waits.sending(), true);
    }

    private HttpRequest.Builder request(String path) throws IOException {
        Optional<String> unusable = credentials.unusable();
        if (unusable.isPresent()) {
            throw new IOException("its value of " + unusable.get()
                    + " must be one line of letters, digits and marks of ASCII, as it goes into a header");
        }
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(new URI(address + "/" + path));
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

    private Map<String, Object> answer(HttpRequest request, Duration limit, boolean isRepeatable)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send(request, limit, isRepeatable);
        boolean isDone = response.statusCode() < REFUSALS;
        try {
            Map<String, Object> read = response.body().isBlank() ? Map.of() : JSON.std.mapFrom(response.body());
            if (isDone) {
                return read;
            }
            String message = inShort(text(read, "message"));
            throw new MlflowFault(
                    response.statusCode(), text(read, "error_code"), message.isEmpty() ? target(response) : message);
        } catch (MlflowFault fault) {
            throw fault;
        } catch (IOException e) {
            // A page for people, as of a proxy or of something else than MLflow.
            String what = isDone ? "what it answers is not of MLflow" : target(response);
            throw new MlflowFault(response.statusCode(), "", what);
        }
    }

    /** Returns where a redirection leads to, without anything that might let somebody in. */
    private static String target(HttpResponse<String> response) {
        try {
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                return "";
            }
            URI target = response.uri().resolve(new URI(location.get()));
            URI place =
                    new URI(target.getScheme(), null, target.getHost(), target.getPort(), target.getPath(), null, null);
            return "it leads to " + inShort(place.toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }

    private HttpResponse<String> send(HttpRequest request, Duration limit, boolean isRepeatable)
            throws IOException, InterruptedException {
        if (AwayServers.contains(address)) {
            throw new AwayException("it has not answered lately");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = once(request, limit);
                answers.incrementAndGet();
                int status = response.statusCode();
                if (!BUSY.contains(status)) {
                    return response;
                }
                if (attempt == ATTEMPTS || !(isRepeatable || REFUSED.contains(status))) {
                    throw new AwayException("it answers with HTTP " + status);
                }
            } catch (AwayException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == attempts(e, isRepeatable)) {
                    throw away(e);
                }
            }
            Thread.sleep(attempt * waits.pause().toMillis());
        }
    }

    /** How often something is tried: what was sent may have been done, and takes long where nobody answers. */
    private static int attempts(IOException fault, boolean isRepeatable) {
        if (fault instanceof ConnectException || fault instanceof HttpConnectTimeoutException) {
            return ATTEMPTS;
        }
        if (!isRepeatable) {
            return 1;
        }
        return fault instanceof HttpTimeoutException ? ATTEMPTS_IN_SILENCE : ATTEMPTS;
    }

    private AwayException away(IOException fault) {
        if (fault instanceof HttpTimeoutException) {
            AwayServers.add(address);
        }
        String reason = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return new AwayException("it does not answer: " + reason, fault);
    }

    /** The time limit of a request ends with the headers of its answer, in some versions of Java; this one ends with its last byte. */
    private HttpResponse<String> once(HttpRequest request, Duration limit) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(request, head -> new LimitedBody(waits.longest()));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("nothing came within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(String.valueOf(e.getCause()), e);
        } finally {
            answer.cancel(true);
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
     * How long is waited, and how much is read.
     *
     * @param connecting for a connection
     * @param answering for an answer
     * @param sending for a file to be taken
     * @param pause before the second attempt; twice as long before the third
     * @param longest how many bytes of an answer are read
     */
    record Waits(Duration connecting, Duration answering, Duration sending, Duration pause, int longest) {

        static final Waits USUAL = new Waits(
                Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMillis(300), 64 << 20);
    }
}
