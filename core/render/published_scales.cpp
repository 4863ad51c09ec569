#include "core/render/published_scales.h"

#include <vector>

namespace atlas {

std::span<const PublishedScale> brewerScales()
{
    static const std::vector<PublishedScale> all = {
        {"brewer-blues",
         {"deebf7 9ecae1 3182bd", "eff3ff bdd7e7 6baed6 2171b5", "eff3ff bdd7e7 6baed6 3182bd 08519c",
          "eff3ff c6dbef 9ecae1 6baed6 3182bd 08519c", "eff3ff c6dbef 9ecae1 6baed6 4292c6 2171b5 084594",
          "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 084594",
          "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"}},
        {"brewer-greens",
         {"e5f5e0 a1d99b 31a354", "edf8e9 bae4b3 74c476 238b45", "edf8e9 bae4b3 74c476 31a354 006d2c",
          "edf8e9 c7e9c0 a1d99b 74c476 31a354 006d2c", "edf8e9 c7e9c0 a1d99b 74c476 41ab5d 238b45 005a32",
          "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 005a32",
          "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b"}},
        {"brewer-oranges",
         {"fee6ce fdae6b e6550d", "feedde fdbe85 fd8d3c d94701", "feedde fdbe85 fd8d3c e6550d a63603",
          "feedde fdd0a2 fdae6b fd8d3c e6550d a63603", "feedde fdd0a2 fdae6b fd8d3c f16913 d94801 8c2d04",
          "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 8c2d04",
          "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704"}},
        {"brewer-purples",
         {"efedf5 bcbddc 756bb1", "f2f0f7 cbc9e2 9e9ac8 6a51a3", "f2f0f7 cbc9e2 9e9ac8 756bb1 54278f",
          "f2f0f7 dadaeb bcbddc 9e9ac8 756bb1 54278f", "f2f0f7 dadaeb bcbddc 9e9ac8 807dba 6a51a3 4a1486",
          "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 4a1486",
          "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d"}},
        {"brewer-reds",
         {"fee0d2 fc9272 de2d26", "fee5d9 fcae91 fb6a4a cb181d", "fee5d9 fcae91 fb6a4a de2d26 a50f15",
          "fee5d9 fcbba1 fc9272 fb6a4a de2d26 a50f15", "fee5d9 fcbba1 fc9272 fb6a4a ef3b2c cb181d 99000d",
          "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d 99000d",
          "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d"}},
        {"brewer-bupu",
         {"e0ecf4 9ebcda 8856a7", "edf8fb b3cde3 8c96c6 88419d", "edf8fb b3cde3 8c96c6 8856a7 810f7c",
          "edf8fb bfd3e6 9ebcda 8c96c6 8856a7 810f7c", "edf8fb bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 6e016b",
          "f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 6e016b",
          "f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b"}},
        {"brewer-gnbu",
         {"e0f3db a8ddb5 43a2ca", "f0f9e8 bae4bc 7bccc4 2b8cbe", "f0f9e8 bae4bc 7bccc4 43a2ca 0868ac",
          "f0f9e8 ccebc5 a8ddb5 7bccc4 43a2ca 0868ac", "f0f9e8 ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 08589e",
          "f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 08589e",
          "f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081"}},
        {"brewer-pubu",
         {"ece7f2 a6bddb 2b8cbe", "f1eef6 bdc9e1 74a9cf 0570b0", "f1eef6 bdc9e1 74a9cf 2b8cbe 045a8d",
          "f1eef6 d0d1e6 a6bddb 74a9cf 2b8cbe 045a8d", "f1eef6 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 034e7b",
          "fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 034e7b",
          "fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858"}},
        {"brewer-rdpu",
         {"fde0dd fa9fb5 c51b8a", "feebe2 fbb4b9 f768a1 ae017e", "feebe2 fbb4b9 f768a1 c51b8a 7a0177",
          "feebe2 fcc5c0 fa9fb5 f768a1 c51b8a 7a0177", "feebe2 fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177",
          "fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177",
          "fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a"}},
        {"brewer-ylgn",
         {"f7fcb9 addd8e 31a354", "ffffcc c2e699 78c679 238443", "ffffcc c2e699 78c679 31a354 006837",
          "ffffcc d9f0a3 addd8e 78c679 31a354 006837", "ffffcc d9f0a3 addd8e 78c679 41ab5d 238443 005a32",
          "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 005a32",
          "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529"}},
        {"brewer-ylgnbu",
         {"edf8b1 7fcdbb 2c7fb8", "ffffcc a1dab4 41b6c4 225ea8", "ffffcc a1dab4 41b6c4 2c7fb8 253494",
          "ffffcc c7e9b4 7fcdbb 41b6c4 2c7fb8 253494", "ffffcc c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 0c2c84",
          "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 0c2c84",
          "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58"}},
        {"brewer-ylorbr",
         {"fff7bc fec44f d95f0e", "ffffd4 fed98e fe9929 cc4c02", "ffffd4 fed98e fe9929 d95f0e 993404",
          "ffffd4 fee391 fec44f fe9929 d95f0e 993404", "ffffd4 fee391 fec44f fe9929 ec7014 cc4c02 8c2d04",
          "ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 8c2d04",
          "ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506"}},
        {"brewer-ylorrd",
         {"ffeda0 feb24c f03b20", "ffffb2 fecc5c fd8d3c e31a1c", "ffffb2 fecc5c fd8d3c f03b20 bd0026",
          "ffffb2 fed976 feb24c fd8d3c f03b20 bd0026", "ffffb2 fed976 feb24c fd8d3c fc4e2a e31a1c b10026",
          "ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c b10026"}},
    };
    return all;
}

std::span<const PublishedScale> divergingBrewerScales()
{
    static const std::vector<PublishedScale> all = {
        {"brewer-puor",
         {"998ec3 f7f7f7 f1a340", "5e3c99 b2abd2 fdb863 e66101", "5e3c99 b2abd2 f7f7f7 fdb863 e66101",
          "542788 998ec3 d8daeb fee0b6 f1a340 b35806", "542788 998ec3 d8daeb f7f7f7 fee0b6 f1a340 b35806",
          "542788 8073ac b2abd2 d8daeb fee0b6 fdb863 e08214 b35806",
          "542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806"}},
        {"brewer-brbg",
         {"5ab4ac f5f5f5 d8b365", "018571 80cdc1 dfc27d a6611a", "018571 80cdc1 f5f5f5 dfc27d a6611a",
          "01665e 5ab4ac c7eae5 f6e8c3 d8b365 8c510a", "01665e 5ab4ac c7eae5 f5f5f5 f6e8c3 d8b365 8c510a",
          "01665e 35978f 80cdc1 c7eae5 f6e8c3 dfc27d bf812d 8c510a",
          "01665e 35978f 80cdc1 c7eae5 f5f5f5 f6e8c3 dfc27d bf812d 8c510a"}},
        {"brewer-prgn",
         {"7fbf7b f7f7f7 af8dc3", "008837 a6dba0 c2a5cf 7b3294", "008837 a6dba0 f7f7f7 c2a5cf 7b3294",
          "1b7837 7fbf7b d9f0d3 e7d4e8 af8dc3 762a83", "1b7837 7fbf7b d9f0d3 f7f7f7 e7d4e8 af8dc3 762a83",
          "1b7837 5aae61 a6dba0 d9f0d3 e7d4e8 c2a5cf 9970ab 762a83",
          "1b7837 5aae61 a6dba0 d9f0d3 f7f7f7 e7d4e8 c2a5cf 9970ab 762a83"}},
        {"brewer-piyg",
         {"a1d76a f7f7f7 e9a3c9", "4dac26 b8e186 f1b6da d01c8b", "4dac26 b8e186 f7f7f7 f1b6da d01c8b",
          "4d9221 a1d76a e6f5d0 fde0ef e9a3c9 c51b7d", "4d9221 a1d76a e6f5d0 f7f7f7 fde0ef e9a3c9 c51b7d",
          "4d9221 7fbc41 b8e186 e6f5d0 fde0ef f1b6da de77ae c51b7d",
          "4d9221 7fbc41 b8e186 e6f5d0 f7f7f7 fde0ef f1b6da de77ae c51b7d"}},
        {"brewer-rdbu",
         {"67a9cf f7f7f7 ef8a62", "0571b0 92c5de f4a582 ca0020", "0571b0 92c5de f7f7f7 f4a582 ca0020",
          "2166ac 67a9cf d1e5f0 fddbc7 ef8a62 b2182b", "2166ac 67a9cf d1e5f0 f7f7f7 fddbc7 ef8a62 b2182b",
          "2166ac 4393c3 92c5de d1e5f0 fddbc7 f4a582 d6604d b2182b",
          "2166ac 4393c3 92c5de d1e5f0 f7f7f7 fddbc7 f4a582 d6604d b2182b"}},
        {"brewer-rdylbu",
         {"91bfdb ffffbf fc8d59", "2c7bb6 abd9e9 fdae61 d7191c", "2c7bb6 abd9e9 ffffbf fdae61 d7191c",
          "4575b4 91bfdb e0f3f8 fee090 fc8d59 d73027", "4575b4 91bfdb e0f3f8 ffffbf fee090 fc8d59 d73027",
          "4575b4 74add1 abd9e9 e0f3f8 fee090 fdae61 f46d43 d73027",
          "4575b4 74add1 abd9e9 e0f3f8 ffffbf fee090 fdae61 f46d43 d73027"}},
    };
    return all;
}

std::span<const SmoothScale> smoothScales()
{
    static const std::vector<SmoothScale> all = {
        {"viridis", "fde725 d2e21b a5db36 7ad151 54c568 35b779 22a884 1f988b "
                    "23888e 2a788e 31688e 39568c 414487 472f7d 481a6c 440154"},
        {"cividis", "fee838 ebd44b d9c55c c6b667 b4a76f a29975 928d78 838179 "
                    "757575 666970 575d6d 47516c 35456c 1e3a6f 002e6c 00224e"},
        {"magma", "fcfdbf fddea0 febf84 fe9f6d fa7f5e f1605d de4968 c43c75 "
                  "a8327d 8c2981 721f81 57157e 3b0f70 20114b 0b0924 000004"},
        {"plasma", "f0f921 f9dc24 fec029 fca636 f68f44 ed7953 e16462 d35171 "
                   "c33d80 b12a90 9c179e 8405a7 6a00a8 5002a2 330597 0d0887"},
    };
    return all;
}

} // namespace atlas
