// Spanish words of list questions.
import { every, type ListWords, type SinceWords, words } from './shape.ts';

const NO = '(?:nadie|ningun[ao]?|sin|no|nunca|falta)';
const NIGHT =
  '(?:(?:por|de|en|durante|a) (?:la |las )?noches?|nocturn[ao]s?|(?:el|en|los|en el|en los|de|del)? ?(?:fin(?:es)? de semana|finde)|fuera de(?:l)? horario(?: laboral)?|festivos|madrugada)';

export const esLists: ListWords = {
  cues: words(
    'lista|listado|listame|todo|toda|todos|todas|que|cual|cuales|cuantas|cuantos|tareas?|cosas|huecos|lagunas|mio|mia|mios|mias|mis|muestrame|muestra|dame|donde|pendientes|vencid[oa]s|proyectos|responsabilidades|hay',
  ),
  many: /^(?:(?:y|por favor|muestrame|dime|dame|lista|las|los|todas|de) )*(?:cuant[oa]s|(?:(?:que|cuales|las|los|mis|nuestras) )*(?:tareas|responsabilidades|huecos))(?![^ ])/u,
  count: words('cuantas|cuantos|numero de'),
  overview: words(
    'quien (?:tiene|lleva) (?:mas|menos)(?: (?:tareas|trabajo|cosas))?|quien (?:hace|lleva|gestiona) que|quien se encarga de que|(?:todas las|lista de(?: las)?|cuantas) (?:tareas|responsabilidades)(?: hay)?|la (?:matriz|lista) (?:entera|completa)',
  ),
  asksOwner: words('quien|quienes|a quien|de quien|con quien'),
  complaint: words(
    '^(?:todo(?! lo que)|nada|mi|mis|el|la|los|las) (?:[a-z]+ ){0,4}(?:esta|estan|va|van|funciona|no funciona|se ha)',
    'no puedo|he olvidado|me han',
  ),
  absence: every(
    '(?:pasa|pasaria|pasara) si|si|falta|faltara|no esta|se (?:va|fuera|marcha)|enferma|de vacaciones|de baja|sin|ausente',
  ),
  polite: words(
    '(?:me )?(?:puedes|podrias) (?:decir|mostrar|dar)(?:me)?|quiero (?:ver|saber)|necesito (?:ver|saber)?|dime|dame|muestrame|ensename|para nosotros|nos',
  ),
  without: words(
    '(?:que )?no (?:es|son|sea|sean|este|esta|esten|estan) (?:de|del|con|en|a cargo de)|no (?:con|del|de|en)|(?:que )?no (?:hace|lleva|gestiona|tiene|cubre)(?= [a-z])(?! (?:responsables?|duen[oa]s?|encargad[oa]s?|suplentes?|sustitut[oa]s?|respaldo|nadie|backup|propietari[oa]s?|ningun[oa]?))|excepto|salvo|menos|fuera de(?! (?:hor|plazo))|en vez de|en lugar de',
  ),
  not: words('no (?:es|son|esta|estan)'),
  lacks: words('no (?:hace|lleva|gestiona|tiene|cubre)$'),
  orders: {
    oldest: words('(?:el |la |los |las )?mas (?:antigu[oa]s?|viej[oa]s?)(?: primero)?'),
    newest: words('(?:el |la |los |las )?mas (?:nuev[oa]s?|recientes?)(?: primero)?'),
  },
  standsIn: words('(?:de |como )?(?:suplente|sustitut[oa])(?: (?:de|en))?|sustituy(?:o|e)'),
  filters: [
    {
      words: words(
        '(?:huecos?|lagunas?|riesgos?) aceptad[oa]s?|(?:huecos?|lagunas?|riesgos?) (?:que )?(?:hemos aceptado|aceptamos)',
      ),
      gives: { status: 'accepted gap' },
    },
    {
      words: words(
        `${NO}(?: (?!responsable|dueno|encargado)[a-z]+){0,4} ${NIGHT}`,
        `sin cobertura ${NIGHT}`,
      ),
      gives: { nights: 'uncovered' },
    },
    { words: words(`cobertura ${NIGHT}|cubiert[oa]s ${NIGHT}`), gives: { nights: 'covered' } },
    {
      words: words(
        '(?:dependen? )?(?:de )?una sola persona|punto unico de fallo|puntos unicos de fallo|sin (?:suplentes?|sustitutos?|respaldo|backup)|no (?:tienen?|hay) (?:suplente|sustituto|respaldo|backup)',
      ),
      gives: { single: true },
    },
    {
      words: words(
        'no (?:ha|han|hemos|fue|fueron)(?: sido)? (?:aceptad[oa]s?|confirmad[oa]s?)|(?:pendientes?|falta[n]?|queda[n]?)(?: (?:de|por))? (?:ser )?(?:aceptar|confirmar|aceptad[oa]s?)|(?:sin|no) (?:aceptar|confirmar|aceptad[oa]s?|confirmad[oa]s?)|(?:aun|todavia) no aceptad[oa]s?|pendientes? de (?:aceptar|aceptacion|confirmar)',
      ),
      gives: { status: 'assigned' },
    },
    {
      words: words(
        '(?:vencid[oa]s?|atrasad[oa]s?) (?:de|en) (?:la )?revision(?:es)?|revision(?:es)? (?:vencid[oa]s?|atrasad[oa]s?|caducad[oa]s?|pendientes?)|vencid[oa]s?|atrasad[oa]s?|fuera de plazo|(?:vencid[oa]s?|atrasad[oa]s?) (?:de|en) (?:la )?revision|(?:con )?(?:la )?revision (?:vencida|atrasada)',
      ),
      gives: { overdue: true },
    },
    { words: words('no (?:aplican?|procede)'), gives: { status: 'not applicable' } },
    {
      words: words(
        'huerfan[oa]s?|(?:se ha ido|se fue|ya no esta)(?: su)?(?: (?:responsable|dueno))?',
      ),
      gives: { status: 'orphaned' },
    },
    {
      words: words(
        'en (?:disputa|conflicto)|no (?:hay|nos ponemos de|estamos de) acuerdo|conflictiv[oa]s?|disputad[oa]s?|discutid[oa]s?',
      ),
      gives: { status: 'disputed' },
    },
    {
      words: words('sin registrar|desconocid[oa]s?|no registrad[oa]s?'),
      gives: { status: 'unknown' },
    },
    {
      words: words('(?:van?|funcionan?|estan?)? ?(?:mal|fallando|fallan|rot[oa]s|no funcionan?)'),
      gives: { health: 'failing' },
    },
    { words: words('(?:van?|funcionan?) bien'), gives: { health: 'well' } },
    {
      words: words('(?:de )?(?:baja|poca) (?:importancia|prioridad)'),
      gives: { importance: 'low' },
    },
    {
      words: words(
        'critic[oa]s?|(?:mas |muy )?importantes?|(?:de )?(?:alta|gran) (?:importancia|prioridad)|vital(?:es)?',
      ),
      gives: { importance: 'high' },
    },
    {
      words: words(
        '(?:que )?(?:nadie|sin) ?(?:(?:se )?(?:encarga|ocupa|hace|lleva|tiene|gestiona|quiere)(?: de)?|responsables?|duenos?|dueno|asignar|encargado|propietarios?|nadie)?|(?:no )?(?:tienen?|hay) (?:ningun )?(?:responsable|dueno|encargado)|huecos?|lagunas?|vacios?',
      ),
      gives: { status: 'nobody' },
    },
    { words: words('confirmad[oa]s?'), gives: { status: 'confirmed' } },
    {
      words: words('compartid[oa]s?|compartimos|a medias|repartid[oa]s?'),
      gives: { shared: true },
    },
    { words: words('estrategic[oa]s?'), gives: { kind: 'strategic' } },
    { words: words('operativ[oa]s?|rutinari[oa]s?|operaciones'), gives: { kind: 'operation' } },
    { words: words('proyectos?'), gives: { kind: 'project' } },
  ],
  sides: {
    msp: words(
      '(?:el |del |nuestro |al )?(?:proveedor(?: de servicios)?|msp|infogestor|outsourcing|subcontrata)',
    ),
    internal: words(
      '(?:nuestro )?(?:equipo )?(?:intern[oa]s?|interno de ti|propio)|nosotros(?: mismos)?|en casa|ti interno|internamente|hacemos(?: nosotros)?|nuestro (?:propio )?(?:equipo|personal)',
    ),
    vendor: words(
      '(?:los )?(?:fabricantes?|terceros|proveedores(?: externos)?|suministradores|vendors?)',
    ),
  },
  mine: words(
    'mio|mia|mios|mias|mi|mis|yo|me|tengo|conmigo|a mi cargo|soy responsable|me toca|me tocan',
  ),
  narrows: words('^(?:y|solo|solamente|que hay de|ahora|de esas|de esos)'),
  areas: {
    security: '(?:la )?seguridad',
    cloud: '(?:la )?nube|cloud',
    devices: '(?:los )?(?:dispositivos|equipos)',
    support: '(?:el )?soporte',
    administration: '(?:la )?administracion',
    vendors: '(?:los )?proveedores',
    projects: '(?:los )?proyectos',
    strategic: '(?:la )?estrategia|estrategic[oa]s?',
  },
  areaBefore: '(?:en|sobre|dentro de)(?: el| la| los| las)?(?: area(?: de)?)?',
  areaAfter: '(?:area)',
  areaTasks: '(?:tareas)',
  areaIs: '(?:area|seccion|parte|tema)(?: de)?(?: el| la| los| las)?',
  joins: ' (?:y|e|o) (?:en )?(?:el |la |los |las )?',
  unknownName: [/(?:^| )que (?:hace|lleva|tiene|gestiona) (?<name>[a-z0-9]+(?: [a-z0-9]+)?)$/u],
};

export const esSince: SinceWords = {
  changed: words('(?:ha |han )?(?:cambi(?:o|ado|ados|aron)|cambios|modificad[oa]s?)'),
  relative: [
    { words: words('(?:desde )?hoy'), back: 0 },
    { words: words('(?:desde )?ayer'), back: 1 },
    { words: words('(?:desde |en )?(?:la )?(?:ultima semana|semana pasada)'), back: 7 },
    {
      words: words('(?:desde |en )?(?:el )?(?:ultimo mes|mes pasado)|ultimamente|recientemente'),
      back: 30,
    },
    { words: words('esta semana'), back: 'week' },
    { words: words('este mes'), back: 'month' },
    { words: words('este trimestre'), back: 'quarter' },
    { words: words('este ano'), back: 'year' },
  ],
  last: /(?:(?:en|desde hace|hace) )?(?:los |las )?(?:ultim[oa]s )?(?<count>\d{1,3}) (?:(?<days>dias?)|(?<weeks>semanas?)|(?<months>mes(?:es)?))/u,
  since: words('desde(?: el)?|a partir de(?:l)?'),
};
