package com.example;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Has hpo on its class path, and nothing to do with it. */
class OrdinaryTests {

    @Test
    void passes() {
        Assertions.assertEquals(4, 2 + 2);
    }
}
