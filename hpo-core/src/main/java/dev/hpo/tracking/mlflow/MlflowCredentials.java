// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What an MLflow server lets somebody in with: a name and a password, or else a token, in the environment variables that MLflow's own client reads. No text shows them. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MlflowCredentials {

    /** Lets nobody in where a server asks. */
    public static final MlflowCredentials NONE = new MlflowCredentials(Optional.empty());

    private static final String TOKEN = "MLFLOW_TRACKING_TOKEN";

    /** What a header may have. */
    private static final Pattern HEADER = Pattern.compile("[\\x21-\\x7e]+");

    private final Optional<String> header;
    private final Optional<String> unusable;

    private MlflowCredentials(Optional<String> header) {
        this(header, Optional.empty());
    }

    private MlflowCredentials(Optional<String> header, Optional<String> unusable) {
        this.header = header;
        this.unusable = unusable;
    }

    /**
     * Reads credentials.
     *
     * @param environment returns the value of an environment variable; empty if it is not set
     */
    public static MlflowCredentials of(Function<String, Optional<String>> environment) {
        Optional<String> name = given(environment, "MLFLOW_TRACKING_USERNAME");
        Optional<String> password = given(environment, "MLFLOW_TRACKING_PASSWORD");
        if (name.isPresent() && password.isPresent()) {
            byte[] both = (name.get() + ":" + password.get()).getBytes(StandardCharsets.UTF_8);
            return new MlflowCredentials(
                    Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
        }
        Optional<String> token = given(environment, TOKEN);
        if (token.filter(text -> !HEADER.matcher(text).matches()).isPresent()) {
            return new MlflowCredentials(Optional.empty(), Optional.of(TOKEN));
        }
        return new MlflowCredentials(token.map(text -> "Bearer " + text));
    }

    /** A secret that a file has often ends with a line end, which no header may have. */
    private static Optional<String> given(Function<String, Optional<String>> environment, String name) {
        return environment.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns the header Authorization of requests; empty if there is none. */
    Optional<String> header() {
        return header;
    }

    /** Returns the name of the variable whose value no request can have; empty if there is none. */
    Optional<String> unusable() {
        return unusable;
    }
}
