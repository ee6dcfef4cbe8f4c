// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.trial.PathMask;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs of an experiment on a server. */
final class MlflowRuns {

    private static final int PAGE = 200;

    /** MLflow takes 1000 entries at once, of which 100 are parameters and 100 tags. */
    private static final int METRICS = 800;

    private static final int PARAMETERS = 100;
    private static final int TAGS = 90;

    private static final String PROXIED = "mlflow-artifacts:";

    private final MlflowServer server;
    private final String experiment;

    private MlflowRuns(MlflowServer server, String experiment) {
        this.server = server;
        this.experiment = experiment;
    }

    /** Returns those of an experiment, which is made if it is not there. */
    static MlflowRuns of(MlflowServer server, String name) throws IOException, InterruptedException {
        Optional<String> found = find(server, name);
        return new MlflowRuns(server, found.isPresent() ? found.get() : made(server, name));
    }

    private static String made(MlflowServer server, String name) throws IOException, InterruptedException {
        try {
            return String.valueOf(
                    server.create("experiments/create", Map.of("name", name)).get("experiment_id"));
        } catch (MlflowFault e) {
            if (!e.is("RESOURCE_ALREADY_EXISTS")) {
                throw e;
            }
            // Another process was faster.
            return find(server, name).orElseThrow(() -> e);
        }
    }

    private static Optional<String> find(MlflowServer server, String name) throws IOException, InterruptedException {
        try {
            Object found = server.get("experiments/get-by-name", "experiment_name", name)
                    .get("experiment");
            if (!(found instanceof Map<?, ?> experiment)) {
                throw new IOException("what it answers is not of MLflow");
            }
            if ("deleted".equals(experiment.get("lifecycle_stage"))) {
                throw new IOException(
                        "experiment (" + name + ") must not be deleted there; restore it, or remove it for good");
            }
            return Optional.of(String.valueOf(experiment.get("experiment_id")));
        } catch (MlflowFault e) {
            if (e.is("RESOURCE_DOES_NOT_EXIST")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Returns the runs with a tag, the earliest first.
     *
     * @param value without quotation marks
     */
    List<MlflowRun> with(String tag, String value) throws IOException, InterruptedException {
        List<MlflowRun> runs = new ArrayList<>();
        Object page = "";
        Set<Object> pages = new HashSet<>();
        do {
            Map<String, Object> query = new HashMap<>(Map.of(
                    "experiment_ids",
                    List.of(experiment),
                    "filter",
                    "tags.`" + tag + "` = '" + value + "'",
                    "order_by",
                    List.of("attributes.start_time ASC"),
                    "max_results",
                    PAGE));
            if (!page.equals("")) {
                query.put("page_token", page);
            }
            Map<String, Object> answer = server.post("runs/search", query);
            if (answer.get("runs") instanceof List<?> found) {
                for (Object run : found) {
                    runs.add(MlflowRun.of(run));
                }
            }
            page = answer.getOrDefault("next_page_token", "");
            if (!page.equals("") && !pages.add(page)) {
                throw new IOException("its list of runs must come to an end");
            }
        } while (!page.equals(""));
        return runs;
    }

    /** Begins a run. */
    MlflowRun begin(String name, Instant at, Map<String, String> tags) throws IOException, InterruptedException {
        return MlflowRun.of(server.create(
                        "runs/create",
                        Map.of(
                                "experiment_id",
                                experiment,
                                "run_name",
                                name,
                                "start_time",
                                at.toEpochMilli(),
                                "tags",
                                pairs(tags)))
                .get("run"));
    }

    /** Lets a run go on that has ended. */
    void goOn(MlflowRun run) throws IOException, InterruptedException {
        post("runs/update", Map.of("run_id", run.id(), "status", "RUNNING"));
    }

    void end(MlflowRun run, String status, Instant at) throws IOException, InterruptedException {
        post("runs/update", Map.of("run_id", run.id(), "status", status, "end_time", at.toEpochMilli()));
    }

    void delete(MlflowRun run) throws IOException, InterruptedException {
        post("runs/delete", Map.of("run_id", run.id()));
    }

    /** Adds to a run, in as many parts as MLflow wants. */
    void log(MlflowRun run, Map<String, String> parameters, List<Map<String, Object>> metrics, Map<String, String> tags)
            throws IOException, InterruptedException {
        List<Map<String, Object>> allParameters = pairs(parameters);
        List<Map<String, Object>> allTags = pairs(tags);
        for (int part = 0; part == 0 || isAny(part, metrics, allParameters, allTags); part++) {
            post(
                    "runs/log-batch",
                    Map.of(
                            "run_id",
                            run.id(),
                            "metrics",
                            part(metrics, part, METRICS),
                            "params",
                            part(allParameters, part, PARAMETERS),
                            "tags",
                            part(allTags, part, TAGS)));
        }
    }

    private static boolean isAny(int part, List<?> metrics, List<?> parameters, List<?> tags) {
        return metrics.size() > part * METRICS || parameters.size() > part * PARAMETERS || tags.size() > part * TAGS;
    }

    private static <E> List<E> part(List<E> all, int part, int size) {
        return all.subList(Math.min(all.size(), part * size), Math.min(all.size(), (part + 1) * size));
    }

    private static List<Map<String, Object>> pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> Map.<String, Object>of("key", entry.getKey(), "value", entry.getValue()))
                .toList();
    }

    /**
     * Hands over files of a run.
     *
     * @param mask what is kept out of what is text for people alone
     * @throws IOException if the server does not take them; it then keeps those of its runs elsewhere
     */
    void attach(MlflowRun run, List<Path> files, PathMask mask) throws IOException, InterruptedException {
        if (!run.artifacts().startsWith(PROXIED)) {
            throw new IOException("it must serve artifacts to get files; its option --serve-artifacts does that");
        }
        // The address of the server may stand before the path.
        String path = run.artifacts().substring(PROXIED.length()).replaceFirst("^//[^/]*", "");
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            BodyPublisher content = name.endsWith(".txt")
                    ? BodyPublishers.ofString(mask.of(Files.readString(file)))
                    : BodyPublishers.ofFile(file);
            server.put(path.replaceFirst("^/+", ""), name, content);
        }
    }

    private void post(String endpoint, Map<String, ?> body) throws IOException, InterruptedException {
        Map<String, Object> unused = server.post(endpoint, body);
    }
}
