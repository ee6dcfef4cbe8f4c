package good.shadow;

class Float {}
