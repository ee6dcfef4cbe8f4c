package com.example;

import dev.hpo.annotations.Uniform;

class Stray {

    @Uniform(min = 0, max = 1)
    double share;
}
