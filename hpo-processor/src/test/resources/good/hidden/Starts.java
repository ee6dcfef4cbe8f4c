package good;

import java.util.List;

/** Makes what their own members hide. */
final class Starts {
    private Starts() {}

    static Components components() {
        return new Components(
                0, 0, List.of(1.0), 0, 1, "1", true, true, true, true, true, true, true, true, true, true, true, true, true,
                true, true, true, true, true, true, true, true, Components.Level.Level, new Components.Kind.List(true),
                List.of());
    }

    static config config() {
        return new config(config.mode.fast, 0.5, new config.instance(), new config.configuration(0.5));
    }

    static Dollars dollars() {
        return new Dollars($.$$, new $L.$2(true), "$", $L.$T.$W, true);
    }
}
