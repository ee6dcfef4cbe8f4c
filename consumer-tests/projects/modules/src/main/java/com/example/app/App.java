package com.example.app;

import com.example.config.CacheConfig;
import com.example.config.CacheConfigSpace;
import java.io.IOException;

/** Starts with the configuration that was found best. */
public final class App {

    private App() {}

    static CacheConfig configuration() throws IOException {
        return CacheConfigSpace.SPACE.loadResource("best.properties");
    }
}
