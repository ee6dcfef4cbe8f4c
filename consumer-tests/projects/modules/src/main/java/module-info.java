module com.example.tuned {
    requires dev.hpo.annotations;
    @opens@
}
