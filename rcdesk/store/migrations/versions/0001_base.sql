CREATE TABLE base (
  id INTEGER NOT NULL,
  mesa TEXT NOT NULL,
  sigla TEXT NOT NULL,
  creada TEXT NOT NULL,
  CONSTRAINT pk_base PRIMARY KEY (id)
) STRICT;

CREATE TABLE bitacora (
  lugar INTEGER NOT NULL,
  id TEXT NOT NULL,
  mesa TEXT NOT NULL,
  n INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  momento TEXT NOT NULL,
  puesto TEXT NOT NULL,
  quien TEXT NOT NULL,
  accion TEXT NOT NULL,
  deshace TEXT,
  previo TEXT NOT NULL,
  sello TEXT NOT NULL,
  CONSTRAINT pk_bitacora PRIMARY KEY (lugar),
  UNIQUE (id)
) STRICT;

CREATE INDEX ix_bitacora_hlc ON bitacora (hlc);

CREATE UNIQUE INDEX ix_bitacora_mesa_n ON bitacora (mesa, n);

CREATE TABLE cambios (
  id INTEGER NOT NULL,
  entrada TEXT NOT NULL,
  tabla TEXT NOT NULL,
  fila TEXT NOT NULL,
  antes TEXT,
  despues TEXT,
  reserva_antes TEXT,
  reserva_despues TEXT,
  sal TEXT,
  CONSTRAINT pk_cambios PRIMARY KEY (id)
) STRICT;

CREATE INDEX ix_cambios_entrada ON cambios (entrada);

CREATE INDEX ix_cambios_fila ON cambios (fila);

CREATE TABLE indice (
  id INTEGER NOT NULL,
  tabla TEXT NOT NULL,
  fila TEXT NOT NULL,
  clave TEXT NOT NULL,
  texto TEXT NOT NULL,
  CONSTRAINT pk_indice PRIMARY KEY (id)
) STRICT;

CREATE INDEX ix_indice_tabla_clave ON indice (tabla, clave);

CREATE UNIQUE INDEX ix_indice_tabla_fila ON indice (tabla, fila);

CREATE TABLE borradores (
  clave TEXT NOT NULL,
  texto TEXT NOT NULL,
  cuando TEXT NOT NULL,
  usado TEXT,
  CONSTRAINT pk_borradores PRIMARY KEY (clave)
) STRICT;

CREATE TABLE archivos (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  formato TEXT,
  generado TEXT,
  version_publica INTEGER,
  fuente TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_archivos PRIMARY KEY (id),
  CONSTRAINT ck_archivos_formato CHECK (formato = 'rcdesk/1')
) STRICT;

CREATE TABLE entidades (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  nit TEXT,
  sigla TEXT,
  municipio TEXT,
  departamento TEXT,
  sitio_web TEXT,
  correo TEXT,
  logo TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_entidades PRIMARY KEY (id)
) STRICT;

CREATE TABLE dependencias (
  id TEXT NOT NULL,
  entidad_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  nombre TEXT,
  sigla TEXT,
  otros_nombres TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_dependencias PRIMARY KEY (id),
  CONSTRAINT fk_dependencias_entidad_id FOREIGN KEY(entidad_id) REFERENCES entidades (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_dependencias_entidad_id_orden ON dependencias (entidad_id, orden);

CREATE TABLE formatos (
  id TEXT NOT NULL,
  entidad_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  tipo_documental TEXT,
  proceso TEXT,
  subproceso TEXT,
  sistema TEXT,
  codigo TEXT,
  version TEXT,
  vigente_desde TEXT,
  pie TEXT,
  logo TEXT,
  logo_derecho TEXT,
  numeracion TEXT,
  primer_numero INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_formatos PRIMARY KEY (id),
  CONSTRAINT fk_formatos_entidad_id FOREIGN KEY(entidad_id) REFERENCES entidades (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_formatos_entidad_id_orden ON formatos (entidad_id, orden);

CREATE TABLE textos_de_autorizacion (
  id TEXT NOT NULL,
  entidad_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  version TEXT,
  texto TEXT,
  vigente_desde TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_textos_de_autorizacion PRIMARY KEY (id),
  CONSTRAINT fk_textos_de_autorizacion_entidad_id FOREIGN KEY(entidad_id) REFERENCES entidades (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_textos_de_autorizacion_entidad_id_orden ON textos_de_autorizacion (entidad_id, orden);

CREATE TABLE terminos (
  id TEXT NOT NULL,
  entidad_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  desde TEXT,
  general INTEGER,
  informacion INTEGER,
  consulta INTEGER,
  norma TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_terminos PRIMARY KEY (id),
  CONSTRAINT fk_terminos_entidad_id FOREIGN KEY(entidad_id) REFERENCES entidades (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_terminos_entidad_id_orden ON terminos (entidad_id, orden);

CREATE TABLE dias_no_habiles (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  fecha TEXT,
  motivo TEXT,
  habil INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_dias_no_habiles PRIMARY KEY (id)
) STRICT;

CREATE TABLE listas (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  nombre TEXT,
  valores TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_listas PRIMARY KEY (id)
) STRICT;

CREATE TABLE personas (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  documento_tipo TEXT,
  documento_numero TEXT,
  cargo TEXT,
  dependencia TEXT,
  organizacion TEXT,
  telefono TEXT,
  correo TEXT,
  municipio TEXT,
  territorio TEXT,
  barrio TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_personas PRIMARY KEY (id),
  CONSTRAINT ck_personas_documento_tipo CHECK (documento_tipo = 'RC' OR documento_tipo = 'TI' OR documento_tipo = 'CC' OR documento_tipo = 'CE' OR documento_tipo = 'PA' OR documento_tipo = 'PEP' OR documento_tipo = 'PPT' OR documento_tipo = 'NIT' OR documento_tipo = 'otro')
) STRICT;

CREATE INDEX ix_personas_documento_numero ON personas (documento_numero);

CREATE TABLE organizaciones (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_organizaciones PRIMARY KEY (id)
) STRICT;

CREATE TABLE planes (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  tipo TEXT,
  vigencia INTEGER,
  desde TEXT,
  hasta TEXT,
  corte TEXT,
  dependencia TEXT,
  objetivo TEXT,
  retos TEXT,
  grupos_de_valor TEXT,
  sin_tope INTEGER,
  autodiagnostico_declarado TEXT,
  autodiagnostico_inferidos TEXT,
  autodiagnostico_extras TEXT,
  autodiagnostico_instrumento TEXT,
  autodiagnostico_puntaje TEXT,
  autodiagnostico_maximo TEXT,
  autodiagnostico_fecha TEXT,
  autodiagnostico_conclusiones TEXT,
  convocatoria_declarado TEXT,
  convocatoria_inferidos TEXT,
  convocatoria_extras TEXT,
  convocatoria_bloques TEXT,
  convocatoria_medios TEXT,
  convocatoria_correo_preguntas TEXT,
  convocatoria_publicaciones_en_redes INTEGER,
  convocatoria_etiquetas TEXT,
  conclusiones TEXT,
  lecciones_aprendidas TEXT,
  buenas_practicas TEXT,
  notas TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_planes PRIMARY KEY (id),
  CONSTRAINT ck_planes_tipo CHECK (tipo = 'estrategia_rdc' OR tipo = 'paac' OR tipo = 'ptep' OR tipo = 'participacion' OR tipo = 'estrategico' OR tipo = 'accion' OR tipo = 'mejoramiento' OR tipo = 'otro')
) STRICT;

CREATE TABLE componentes (
  id TEXT NOT NULL,
  plan_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  clase TEXT,
  etapas TEXT,
  dependencia TEXT,
  pregunta_orientadora TEXT,
  bloques TEXT,
  notas TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_componentes PRIMARY KEY (id),
  CONSTRAINT ck_componentes_clase CHECK (clase = 'etapa' OR clase = 'subcomponente' OR clase = 'dependencia' OR clase = 'objetivo' OR clase = 'accion' OR clase = 'otro'),
  CONSTRAINT fk_componentes_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_componentes_plan_id_orden ON componentes (plan_id, orden);

CREATE TABLE actividades (
  id TEXT NOT NULL,
  componente_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  tipo TEXT,
  frecuencia TEXT,
  meta_codigo TEXT,
  meta_nombre TEXT,
  meta_valor TEXT,
  meta_unidad TEXT,
  indicador_codigo TEXT,
  indicador_nombre TEXT,
  indicador_formula TEXT,
  unidad TEXT,
  agregacion TEXT,
  ponderacion TEXT,
  responsables TEXT,
  desde TEXT,
  hasta TEXT,
  fechas TEXT,
  presupuesto TEXT,
  aporta_a TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_actividades PRIMARY KEY (id),
  CONSTRAINT ck_actividades_tipo CHECK (tipo = 'informacion' OR tipo = 'dialogo' OR tipo = 'incentivo' OR tipo = 'responsabilidad' OR tipo = 'otra'),
  CONSTRAINT ck_actividades_agregacion CHECK (agregacion = 'suma' OR agregacion = 'acumulado' OR agregacion = 'constante' OR agregacion = 'decreciente'),
  CONSTRAINT fk_actividades_componente_id FOREIGN KEY(componente_id) REFERENCES componentes (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_actividades_componente_id_orden ON actividades (componente_id, orden);

CREATE TABLE programaciones (
  id TEXT NOT NULL,
  actividad_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  periodo TEXT,
  programado TEXT,
  ejecutado TEXT,
  corte TEXT,
  justificacion TEXT,
  evidencias TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_programaciones PRIMARY KEY (id),
  CONSTRAINT fk_programaciones_actividad_id FOREIGN KEY(actividad_id) REFERENCES actividades (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_programaciones_actividad_id_orden ON programaciones (actividad_id, orden);

CREATE TABLE compromisos_por_periodo (
  id TEXT NOT NULL,
  plan_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  periodo TEXT,
  recogidos INTEGER,
  a_cargo INTEGER,
  no_a_cargo INTEGER,
  dependencia TEXT,
  espacio TEXT,
  corte TEXT,
  nota TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_compromisos_por_periodo PRIMARY KEY (id),
  CONSTRAINT fk_compromisos_por_periodo_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_compromisos_por_periodo_plan_id_orden ON compromisos_por_periodo (plan_id, orden);

CREATE TABLE audiencias (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  tipo TEXT,
  estado TEXT,
  "plan" TEXT,
  ordinal INTEGER,
  vigencia INTEGER,
  periodo TEXT,
  objetivo TEXT,
  modalidad TEXT,
  fecha TEXT,
  hora_inicio_programada TEXT,
  hora_fin_programada TEXT,
  hora_inicio TEXT,
  hora_fin TEXT,
  grabacion_declarado TEXT,
  grabacion_inferidos TEXT,
  grabacion_extras TEXT,
  grabacion_inicio TEXT,
  grabacion_url TEXT,
  dependencia_responsable TEXT,
  convoca TEXT,
  preside TEXT,
  reglamento_declarado TEXT,
  reglamento_inferidos TEXT,
  reglamento_extras TEXT,
  reglamento_minutos_preguntas INTEGER,
  reglamento_minutos_por_intervencion INTEGER,
  reglamento_formulario_escrito INTEGER,
  reglamento_dias_habiles_respuesta INTEGER,
  reglamento_dias_habiles_memorias INTEGER,
  reglamento_dias_publicacion_informe INTEGER,
  reglamento_inscripcion_desde TEXT,
  reglamento_inscripcion_hasta TEXT,
  reglamento_canales_preguntas TEXT,
  reglamento_bloques TEXT,
  convocatoria_declarado TEXT,
  convocatoria_inferidos TEXT,
  convocatoria_extras TEXT,
  convocatoria_bloques TEXT,
  convocatoria_medios TEXT,
  convocatoria_correo_preguntas TEXT,
  convocatoria_publicaciones_en_redes INTEGER,
  convocatoria_etiquetas TEXT,
  ausentes TEXT,
  invitados TEXT,
  asistencia_declarado TEXT,
  asistencia_inferidos TEXT,
  asistencia_extras TEXT,
  asistencia_convocados INTEGER,
  asistencia_folios INTEGER,
  asistencia_nota TEXT,
  autoevaluacion TEXT,
  dofa_declarado TEXT,
  dofa_inferidos TEXT,
  dofa_extras TEXT,
  dofa_cierre TEXT,
  compromisos_anteriores TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_audiencias PRIMARY KEY (id),
  CONSTRAINT ck_audiencias_tipo CHECK (tipo = 'audiencia_publica' OR tipo = 'dialogo' OR tipo = 'mesa_de_dialogo' OR tipo = 'foro' OR tipo = 'feria' OR tipo = 'conversatorio' OR tipo = 'reunion' OR tipo = 'otro'),
  CONSTRAINT ck_audiencias_estado CHECK (estado = 'planeada' OR estado = 'convocada' OR estado = 'en_curso' OR estado = 'cerrada' OR estado = 'cancelada'),
  CONSTRAINT ck_audiencias_modalidad CHECK (modalidad = 'presencial' OR modalidad = 'virtual' OR modalidad = 'mixta'),
  CONSTRAINT ck_audiencias_ausentes CHECK (ausentes = 'N.A.'),
  CONSTRAINT ck_audiencias_invitados CHECK (invitados = 'N.A.')
) STRICT;

CREATE TABLE lugares (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  direccion TEXT,
  municipio TEXT,
  aforo INTEGER,
  aforo_limitado INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_lugares PRIMARY KEY (id),
  CONSTRAINT fk_lugares_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_lugares_audiencia_id_orden ON lugares (audiencia_id, orden);

CREATE TABLE canales (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  tipo TEXT,
  nombre TEXT,
  cuenta TEXT,
  url TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_canales PRIMARY KEY (id),
  CONSTRAINT ck_canales_tipo CHECK (tipo = 'facebook_live' OR tipo = 'youtube' OR tipo = 'instagram' OR tipo = 'x' OR tipo = 'sitio_web' OR tipo = 'television' OR tipo = 'radio' OR tipo = 'whatsapp' OR tipo = 'videoconferencia' OR tipo = 'otro'),
  CONSTRAINT fk_canales_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_canales_audiencia_id_orden ON canales (audiencia_id, orden);

CREATE TABLE sesiones (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  fecha TEXT,
  hora_inicio TEXT,
  hora_fin TEXT,
  lugar TEXT,
  objetivo TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_sesiones PRIMARY KEY (id),
  CONSTRAINT fk_sesiones_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_sesiones_audiencia_id_orden ON sesiones (audiencia_id, orden);

CREATE TABLE medidas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  medida TEXT,
  prevista INTEGER,
  cumplida INTEGER,
  respaldo TEXT,
  nota TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_medidas PRIMARY KEY (id),
  CONSTRAINT fk_medidas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_medidas_audiencia_id_orden ON medidas (audiencia_id, orden);

CREATE TABLE incidentes (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  hora TEXT,
  tipo TEXT,
  texto TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_incidentes PRIMARY KEY (id),
  CONSTRAINT ck_incidentes_tipo CHECK (tipo = 'apertura' OR tipo = 'receso' OR tipo = 'reanudacion' OR tipo = 'falla_tecnica' OR tipo = 'accesibilidad' OR tipo = 'retiro' OR tipo = 'alteracion_del_orden' OR tipo = 'cierre' OR tipo = 'otro'),
  CONSTRAINT fk_incidentes_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_incidentes_audiencia_id_orden ON incidentes (audiencia_id, orden);

CREATE TABLE grupos_de_temas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  titulo TEXT,
  dependencia TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_grupos_de_temas PRIMARY KEY (id),
  CONSTRAINT fk_grupos_de_temas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_grupos_de_temas_audiencia_id_orden ON grupos_de_temas (audiencia_id, orden);

CREATE TABLE temas (
  id TEXT NOT NULL,
  grupo_id TEXT,
  orden TEXT NOT NULL,
  texto TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_temas PRIMARY KEY (id),
  CONSTRAINT fk_temas_grupo_id FOREIGN KEY(grupo_id) REFERENCES grupos_de_temas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_temas_grupo_id_orden ON temas (grupo_id, orden);

CREATE TABLE piezas (
  id TEXT NOT NULL,
  plan_id TEXT,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  titulo TEXT,
  medio TEXT,
  texto TEXT,
  figuras TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_piezas PRIMARY KEY (id),
  CONSTRAINT ck_piezas_medio CHECK (medio = 'tarjeta' OR medio = 'correo' OR medio = 'circular' OR medio = 'intranet' OR medio = 'sitio_web' OR medio = 'redes_sociales' OR medio = 'calendario_web' OR medio = 'prensa' OR medio = 'radio' OR medio = 'television' OR medio = 'whatsapp' OR medio = 'aviso' OR medio = 'perifoneo' OR medio = 'otro'),
  CONSTRAINT fk_piezas_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_piezas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_piezas_audiencia_id_orden ON piezas (audiencia_id, orden);

CREATE INDEX ix_piezas_plan_id_orden ON piezas (plan_id, orden);

CREATE TABLE publicaciones (
  id TEXT NOT NULL,
  pieza_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  fecha TEXT,
  hora TEXT,
  fuente TEXT,
  url TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_publicaciones PRIMARY KEY (id),
  CONSTRAINT fk_publicaciones_pieza_id FOREIGN KEY(pieza_id) REFERENCES piezas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_publicaciones_pieza_id_orden ON publicaciones (pieza_id, orden);

CREATE TABLE puntos (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  titulo TEXT,
  detalle TEXT,
  minutos INTEGER,
  responsable TEXT,
  guion TEXT,
  reloj_segundos INTEGER,
  reloj_usados INTEGER,
  reloj_corre_desde TEXT,
  reloj_inicio TEXT,
  reloj_fin TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_puntos PRIMARY KEY (id),
  CONSTRAINT fk_puntos_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_puntos_audiencia_id_orden ON puntos (audiencia_id, orden);

CREATE TABLE asistentes (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  lista TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  otros_nombres TEXT,
  documento_tipo TEXT,
  documento_numero TEXT,
  cargo TEXT,
  dependencia TEXT,
  organizacion TEXT,
  telefono TEXT,
  correo TEXT,
  municipio TEXT,
  territorio TEXT,
  barrio TEXT,
  persona TEXT,
  calidad TEXT,
  roles TEXT,
  modalidad TEXT,
  hora_llegada TEXT,
  agregado TEXT,
  registro TEXT,
  firma TEXT,
  hoja TEXT,
  folio INTEGER,
  renglon INTEGER,
  enfoque_diferencial_genero TEXT,
  enfoque_diferencial_rango_edad TEXT,
  enfoque_diferencial_etnia TEXT,
  enfoque_diferencial_pueblo TEXT,
  enfoque_diferencial_discapacidad TEXT,
  enfoque_diferencial_victima TEXT,
  enfoque_diferencial_lgbtiq TEXT,
  enfoque_diferencial_otros TEXT,
  autorizacion_otorgada INTEGER,
  autorizacion_version TEXT,
  autorizacion_fecha TEXT,
  autorizacion_imagen_y_voz INTEGER,
  autorizacion_representante TEXT,
  autorizacion_puesto TEXT,
  autorizacion_observacion TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_asistentes PRIMARY KEY (id),
  CONSTRAINT ck_asistentes_documento_tipo CHECK (documento_tipo = 'RC' OR documento_tipo = 'TI' OR documento_tipo = 'CC' OR documento_tipo = 'CE' OR documento_tipo = 'PA' OR documento_tipo = 'PEP' OR documento_tipo = 'PPT' OR documento_tipo = 'NIT' OR documento_tipo = 'otro'),
  CONSTRAINT ck_asistentes_calidad CHECK (calidad = 'servidor' OR calidad = 'contratista' OR calidad = 'ciudadano' OR calidad = 'organizacion' OR calidad = 'organo_de_control' OR calidad = 'medio_de_comunicacion' OR calidad = 'otro'),
  CONSTRAINT ck_asistentes_modalidad CHECK (modalidad = 'presencial' OR modalidad = 'virtual'),
  CONSTRAINT ck_asistentes_registro CHECK (registro = 'qr' OR registro = 'digitado' OR registro = 'papel' OR registro = 'importado'),
  CONSTRAINT ck_asistentes_firma CHECK (firma = 'papel' OR firma = 'electronica' OR firma = 'sin_firma'),
  CONSTRAINT ck_asistentes_enfoque_diferencial_victima CHECK (enfoque_diferencial_victima = 'true' OR enfoque_diferencial_victima = 'false' OR enfoque_diferencial_victima = '"No responde"'),
  CONSTRAINT ck_asistentes_enfoque_diferencial_lgbtiq CHECK (enfoque_diferencial_lgbtiq = 'true' OR enfoque_diferencial_lgbtiq = 'false' OR enfoque_diferencial_lgbtiq = '"No responde"'),
  CONSTRAINT fk_asistentes_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_asistentes_audiencia_id_orden ON asistentes (audiencia_id, orden);

CREATE INDEX ix_asistentes_documento_numero ON asistentes (documento_numero);

CREATE INDEX ix_asistentes_llegadas ON asistentes (audiencia_id, hora_llegada, orden, lista, anulada_motivo, modalidad, autorizacion_otorgada, organizacion);

CREATE INDEX ix_asistentes_persona ON asistentes (persona);

CREATE TABLE movimientos (
  id TEXT NOT NULL,
  asistente_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  paso TEXT,
  hora TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_movimientos PRIMARY KEY (id),
  CONSTRAINT ck_movimientos_paso CHECK (paso = 'salida' OR paso = 'reingreso'),
  CONSTRAINT fk_movimientos_asistente_id FOREIGN KEY(asistente_id) REFERENCES asistentes (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_movimientos_asistente_id_orden ON movimientos (asistente_id, orden);

CREATE TABLE conteos (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  grupo TEXT,
  modalidad TEXT,
  cantidad INTEGER,
  aproximado INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_conteos PRIMARY KEY (id),
  CONSTRAINT ck_conteos_modalidad CHECK (modalidad = 'presencial' OR modalidad = 'virtual'),
  CONSTRAINT fk_conteos_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_conteos_audiencia_id_orden ON conteos (audiencia_id, orden);

CREATE TABLE hojas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  folio INTEGER,
  renglones INTEGER,
  firmas INTEGER,
  vacios TEXT,
  repetidos TEXT,
  cerrada TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_hojas PRIMARY KEY (id),
  CONSTRAINT fk_hojas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_hojas_audiencia_id_orden ON hojas (audiencia_id, orden);

CREATE TABLE metricas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  canal TEXT,
  corte TEXT,
  espectadores_maximos INTEGER,
  reproducciones INTEGER,
  reproducciones_3_segundos INTEGER,
  reproducciones_1_minuto INTEGER,
  segundos_promedio INTEGER,
  minutos_reproducidos INTEGER,
  reacciones INTEGER,
  comentarios INTEGER,
  compartidos INTEGER,
  duracion_segundos INTEGER,
  evidencia TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_metricas PRIMARY KEY (id),
  CONSTRAINT fk_metricas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_metricas_audiencia_id_orden ON metricas (audiencia_id, orden);

CREATE TABLE lecturas (
  id TEXT NOT NULL,
  metrica_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  cuando TEXT,
  espectadores INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_lecturas PRIMARY KEY (id),
  CONSTRAINT fk_lecturas_metrica_id FOREIGN KEY(metrica_id) REFERENCES metricas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_lecturas_metrica_id_orden ON lecturas (metrica_id, orden);

CREATE TABLE intervenciones (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  cargo TEXT,
  tema TEXT,
  minutos INTEGER,
  bloques TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_intervenciones PRIMARY KEY (id),
  CONSTRAINT fk_intervenciones_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_intervenciones_audiencia_id_orden ON intervenciones (audiencia_id, orden);

CREATE TABLE decisiones (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  texto TEXT,
  a_favor INTEGER,
  en_contra INTEGER,
  en_blanco INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_decisiones PRIMARY KEY (id),
  CONSTRAINT fk_decisiones_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_decisiones_audiencia_id_orden ON decisiones (audiencia_id, orden);

CREATE TABLE preguntas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  numero INTEGER,
  mesa TEXT,
  radicados TEXT,
  anonima INTEGER,
  autor_nombre TEXT,
  autor_asistente TEXT,
  autor_organizacion TEXT,
  autor_correo TEXT,
  autor_telefono TEXT,
  autor_municipio TEXT,
  autor_autoriza_publicar_nombre INTEGER,
  tipo TEXT,
  canal TEXT,
  canal_detalle TEXT,
  recibida TEXT,
  momento_grabacion TEXT,
  turno INTEGER,
  minutos INTEGER,
  tema TEXT,
  texto TEXT,
  linea TEXT,
  texto_editado TEXT,
  dependencia TEXT,
  responsable TEXT,
  respuesta_declarado TEXT,
  respuesta_inferidos TEXT,
  respuesta_extras TEXT,
  respuesta_texto TEXT,
  respuesta_fecha TEXT,
  respuesta_modo TEXT,
  respuesta_responde TEXT,
  respuesta_dependencia TEXT,
  respuesta_soportes TEXT,
  acciones_a_desarrollar TEXT,
  compromiso TEXT,
  estado TEXT,
  moderacion TEXT,
  orden_en_cola INTEGER,
  agrupada_en TEXT,
  trasladada_a TEXT,
  observacion TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_preguntas PRIMARY KEY (id),
  CONSTRAINT ck_preguntas_tipo CHECK (tipo = 'peticion' OR tipo = 'queja' OR tipo = 'reclamo' OR tipo = 'sugerencia' OR tipo = 'denuncia' OR tipo = 'consulta' OR tipo = 'solicitud_de_informacion' OR tipo = 'felicitacion' OR tipo = 'propuesta' OR tipo = 'observacion'),
  CONSTRAINT ck_preguntas_canal CHECK (canal = 'chat_en_vivo' OR canal = 'verbal_en_sala' OR canal = 'formulario_en_sala' OR canal = 'formulario_web' OR canal = 'correo' OR canal = 'buzon' OR canal = 'taller_previo' OR canal = 'micrositio' OR canal = 'redes_sociales' OR canal = 'whatsapp' OR canal = 'telefono' OR canal = 'ventanilla' OR canal = 'otro'),
  CONSTRAINT ck_preguntas_respuesta_modo CHECK (respuesta_modo = 'en_vivo' OR respuesta_modo = 'por_escrito' OR respuesta_modo = 'con_base_en_informe' OR respuesta_modo = 'publicada'),
  CONSTRAINT ck_preguntas_estado CHECK (estado = 'recibida' OR estado = 'asignada' OR estado = 'pendiente' OR estado = 'aplazada' OR estado = 'respondida' OR estado = 'trasladada' OR estado = 'fuera_de_alcance' OR estado = 'agrupada'),
  CONSTRAINT ck_preguntas_moderacion CHECK (moderacion = 'sin_revisar' OR moderacion = 'aprobada' OR moderacion = 'retenida'),
  CONSTRAINT fk_preguntas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_preguntas_audiencia_id_numero ON preguntas (audiencia_id, numero);

CREATE INDEX ix_preguntas_audiencia_id_orden ON preguntas (audiencia_id, orden);

CREATE TABLE encuestas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  titulo TEXT,
  momento TEXT,
  aplicacion TEXT,
  url TEXT,
  introduccion TEXT,
  encuestados INTEGER,
  cierre TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_encuestas PRIMARY KEY (id),
  CONSTRAINT ck_encuestas_momento CHECK (momento = 'previa' OR momento = 'durante' OR momento = 'posterior'),
  CONSTRAINT ck_encuestas_aplicacion CHECK (aplicacion = 'virtual' OR aplicacion = 'papel' OR aplicacion = 'mixta'),
  CONSTRAINT fk_encuestas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_encuestas_audiencia_id_orden ON encuestas (audiencia_id, orden);

CREATE TABLE preguntas_encuesta (
  id TEXT NOT NULL,
  encuesta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  enunciado TEXT,
  tipo TEXT,
  opciones TEXT,
  admite_otro INTEGER,
  obligatoria INTEGER,
  opciones_incompletas INTEGER,
  condicion_pregunta TEXT,
  condicion_es TEXT,
  caracteriza INTEGER,
  grupos TEXT,
  respondieron INTEGER,
  reservadas TEXT,
  muestra TEXT,
  analisis TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_preguntas_encuesta PRIMARY KEY (id),
  CONSTRAINT ck_preguntas_encuesta_tipo CHECK (tipo = 'unica' OR tipo = 'multiple' OR tipo = 'si_no' OR tipo = 'ordinal' OR tipo = 'numero' OR tipo = 'texto'),
  CONSTRAINT fk_preguntas_encuesta_encuesta_id FOREIGN KEY(encuesta_id) REFERENCES encuestas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_preguntas_encuesta_encuesta_id_orden ON preguntas_encuesta (encuesta_id, orden);

CREATE TABLE resultados (
  id TEXT NOT NULL,
  pregunta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  opcion TEXT,
  cantidad INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_resultados PRIMARY KEY (id),
  CONSTRAINT fk_resultados_pregunta_id FOREIGN KEY(pregunta_id) REFERENCES preguntas_encuesta (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_resultados_pregunta_id_orden ON resultados (pregunta_id, orden);

CREATE TABLE respuestas_encuesta (
  id TEXT NOT NULL,
  encuesta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  fecha TEXT,
  aplicacion TEXT,
  valores TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_respuestas_encuesta PRIMARY KEY (id),
  CONSTRAINT ck_respuestas_encuesta_aplicacion CHECK (aplicacion = 'virtual' OR aplicacion = 'papel'),
  CONSTRAINT fk_respuestas_encuesta_encuesta_id FOREIGN KEY(encuesta_id) REFERENCES encuestas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_respuestas_encuesta_encuesta_id_orden ON respuestas_encuesta (encuesta_id, orden);

CREATE TABLE factores (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  lista TEXT NOT NULL,
  orden TEXT NOT NULL,
  texto TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_factores PRIMARY KEY (id),
  CONSTRAINT fk_factores_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_factores_audiencia_id_orden ON factores (audiencia_id, orden);

CREATE TABLE estrategias (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  cruce TEXT,
  texto TEXT,
  factores TEXT,
  compromiso TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_estrategias PRIMARY KEY (id),
  CONSTRAINT ck_estrategias_cruce CHECK (cruce = 'FO' OR cruce = 'DO' OR cruce = 'FA' OR cruce = 'DA'),
  CONSTRAINT fk_estrategias_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_estrategias_audiencia_id_orden ON estrategias (audiencia_id, orden);

CREATE TABLE compromisos (
  id TEXT NOT NULL,
  plan_id TEXT,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  que_hacer TEXT,
  alcance TEXT,
  entidad_competente TEXT,
  fecha_traslado TEXT,
  responsables TEXT,
  dependencia TEXT,
  adquirido TEXT,
  fecha TEXT,
  prioridad TEXT,
  estado TEXT,
  origen TEXT,
  origen_detalle TEXT,
  preguntas TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_compromisos PRIMARY KEY (id),
  CONSTRAINT ck_compromisos_alcance CHECK (alcance = 'a_cargo' OR alcance = 'no_a_cargo'),
  CONSTRAINT ck_compromisos_estado CHECK (estado = 'pendiente' OR estado = 'en_curso' OR estado = 'cumplido' OR estado = 'incumplido' OR estado = 'cancelado'),
  CONSTRAINT ck_compromisos_origen CHECK (origen = 'acta' OR origen = 'orden_del_dia' OR origen = 'mesa' OR origen = 'pregunta' OR origen = 'dofa' OR origen = 'estrategia' OR origen = 'otro'),
  CONSTRAINT fk_compromisos_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_compromisos_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_compromisos_audiencia_id_orden ON compromisos (audiencia_id, orden);

CREATE INDEX ix_compromisos_plan_id_orden ON compromisos (plan_id, orden);

CREATE TABLE seguimientos (
  id TEXT NOT NULL,
  programacion_id TEXT,
  compromiso_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  corte TEXT,
  avance TEXT,
  texto TEXT,
  evidencias TEXT,
  estado TEXT,
  nueva_fecha TEXT,
  responsables TEXT,
  autor TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_seguimientos PRIMARY KEY (id),
  CONSTRAINT ck_seguimientos_estado CHECK (estado = 'pendiente' OR estado = 'en_curso' OR estado = 'cumplido' OR estado = 'incumplido' OR estado = 'cancelado'),
  CONSTRAINT fk_seguimientos_programacion_id FOREIGN KEY(programacion_id) REFERENCES programaciones (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_seguimientos_compromiso_id FOREIGN KEY(compromiso_id) REFERENCES compromisos (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_seguimientos_compromiso_id_orden ON seguimientos (compromiso_id, orden);

CREATE INDEX ix_seguimientos_programacion_id_orden ON seguimientos (programacion_id, orden);

CREATE TABLE hallazgos_descartados (
  id TEXT NOT NULL,
  plan_id TEXT,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  codigo TEXT,
  donde TEXT,
  motivo TEXT,
  fecha TEXT,
  persona TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_hallazgos_descartados PRIMARY KEY (id),
  CONSTRAINT fk_hallazgos_descartados_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_hallazgos_descartados_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_hallazgos_descartados_audiencia_id_orden ON hallazgos_descartados (audiencia_id, orden);

CREATE INDEX ix_hallazgos_descartados_plan_id_orden ON hallazgos_descartados (plan_id, orden);

CREATE TABLE actas (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  numero TEXT,
  version INTEGER,
  revision INTEGER,
  motivo_correccion TEXT,
  estado TEXT,
  fecha_aprobacion TEXT,
  fecha_publicacion TEXT,
  url TEXT,
  sha256 TEXT,
  libro TEXT,
  formato_declarado TEXT,
  formato_inferidos TEXT,
  formato_extras TEXT,
  formato_tipo_documental TEXT,
  formato_proceso TEXT,
  formato_subproceso TEXT,
  formato_sistema TEXT,
  formato_codigo TEXT,
  formato_version TEXT,
  formato_vigente_desde TEXT,
  formato_pie TEXT,
  formato_logo TEXT,
  formato_logo_derecho TEXT,
  formato_numeracion TEXT,
  formato_primer_numero INTEGER,
  objetivo TEXT,
  porcentajes TEXT,
  responsabilidad TEXT,
  observaciones_generales TEXT,
  notas TEXT,
  proxima_reunion_fecha TEXT,
  proxima_reunion_hora TEXT,
  proxima_reunion_lugar TEXT,
  proxima_reunion_texto TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_actas PRIMARY KEY (id),
  CONSTRAINT ck_actas_estado CHECK (estado = 'borrador' OR estado = 'en_revision' OR estado = 'aprobada' OR estado = 'publicada'),
  CONSTRAINT ck_actas_porcentajes CHECK (porcentajes = 'enteros' OR porcentajes = 'suman_100'),
  CONSTRAINT fk_actas_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_actas_audiencia_id_orden ON actas (audiencia_id, orden);

CREATE TABLE secciones (
  id TEXT NOT NULL,
  plan_id TEXT,
  audiencia_id TEXT,
  acta_id TEXT,
  seccion_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  titulo TEXT,
  dependencia TEXT,
  bloques TEXT,
  cifras TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_secciones PRIMARY KEY (id),
  CONSTRAINT fk_secciones_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_secciones_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_secciones_acta_id FOREIGN KEY(acta_id) REFERENCES actas (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_secciones_seccion_id FOREIGN KEY(seccion_id) REFERENCES secciones (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_secciones_acta_id_orden ON secciones (acta_id, orden);

CREATE INDEX ix_secciones_audiencia_id_orden ON secciones (audiencia_id, orden);

CREATE INDEX ix_secciones_plan_id_orden ON secciones (plan_id, orden);

CREATE INDEX ix_secciones_seccion_id_orden ON secciones (seccion_id, orden);

CREATE TABLE firmantes (
  id TEXT NOT NULL,
  entidad_id TEXT,
  plan_id TEXT,
  acta_id TEXT,
  lista TEXT NOT NULL,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  nombre TEXT,
  cargo TEXT,
  dependencia TEXT,
  fecha TEXT,
  medio TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_firmantes PRIMARY KEY (id),
  CONSTRAINT ck_firmantes_medio CHECK (medio = 'papel' OR medio = 'electronica' OR medio = 'digital'),
  CONSTRAINT fk_firmantes_entidad_id FOREIGN KEY(entidad_id) REFERENCES entidades (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_firmantes_plan_id FOREIGN KEY(plan_id) REFERENCES planes (id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT fk_firmantes_acta_id FOREIGN KEY(acta_id) REFERENCES actas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_firmantes_acta_id_orden ON firmantes (acta_id, orden);

CREATE INDEX ix_firmantes_entidad_id_orden ON firmantes (entidad_id, orden);

CREATE INDEX ix_firmantes_plan_id_orden ON firmantes (plan_id, orden);

CREATE TABLE anexos (
  id TEXT NOT NULL,
  acta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  titulo TEXT,
  folios INTEGER,
  archivo TEXT,
  url TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_anexos PRIMARY KEY (id),
  CONSTRAINT fk_anexos_acta_id FOREIGN KEY(acta_id) REFERENCES actas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_anexos_acta_id_orden ON anexos (acta_id, orden);

CREATE TABLE observaciones (
  id TEXT NOT NULL,
  acta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  autor TEXT,
  fecha TEXT,
  revision INTEGER,
  lugar TEXT,
  texto TEXT,
  disposicion TEXT,
  respuesta TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_observaciones PRIMARY KEY (id),
  CONSTRAINT ck_observaciones_disposicion CHECK (disposicion = 'acogida' OR disposicion = 'acogida_en_parte' OR disposicion = 'no_acogida'),
  CONSTRAINT fk_observaciones_acta_id FOREIGN KEY(acta_id) REFERENCES actas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_observaciones_acta_id_orden ON observaciones (acta_id, orden);

CREATE TABLE versiones (
  id TEXT NOT NULL,
  acta_id TEXT,
  orden TEXT NOT NULL,
  actualizado TEXT,
  declarado TEXT,
  inferidos TEXT,
  extras TEXT,
  version INTEGER,
  numero TEXT,
  aprobada TEXT,
  quien TEXT,
  motivo TEXT,
  instantanea TEXT,
  pdf TEXT,
  pdf_publico TEXT,
  archivo TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_versiones PRIMARY KEY (id),
  CONSTRAINT fk_versiones_acta_id FOREIGN KEY(acta_id) REFERENCES actas (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_versiones_acta_id_orden ON versiones (acta_id, orden);

CREATE TABLE adjuntos (
  id TEXT NOT NULL,
  orden TEXT NOT NULL,
  ruta TEXT,
  sha256 TEXT,
  octetos INTEGER,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_adjuntos PRIMARY KEY (id)
) STRICT;

CREATE TABLE proyecciones (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  papel TEXT,
  tipo TEXT,
  pregunta TEXT,
  texto TEXT,
  detalle TEXT,
  cuando TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_proyecciones PRIMARY KEY (id),
  CONSTRAINT ck_proyecciones_papel CHECK (papel = 'pantalla' OR papel = 'siguiente' OR papel = 'cintillo' OR papel = 'tarima'),
  CONSTRAINT ck_proyecciones_tipo CHECK (tipo = 'pregunta' OR tipo = 'mensaje' OR tipo = 'cifras' OR tipo = 'logos' OR tipo = 'nada'),
  CONSTRAINT fk_proyecciones_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_proyecciones_audiencia_id_orden ON proyecciones (audiencia_id, orden);

CREATE TABLE turnos (
  id TEXT NOT NULL,
  audiencia_id TEXT,
  orden TEXT NOT NULL,
  clase TEXT,
  nombre TEXT,
  organizacion TEXT,
  tema TEXT,
  pregunta TEXT,
  reloj_segundos INTEGER,
  reloj_usados INTEGER,
  reloj_corre_desde TEXT,
  reloj_inicio TEXT,
  reloj_fin TEXT,
  anulada_motivo TEXT,
  anulada_cuando TEXT,
  anulada_quien TEXT,
  presentes TEXT,
  CONSTRAINT pk_turnos PRIMARY KEY (id),
  CONSTRAINT ck_turnos_clase CHECK (clase = 'orador' OR clase = 'mocion' OR clase = 'interpelacion' OR clase = 'respuesta'),
  CONSTRAINT fk_turnos_audiencia_id FOREIGN KEY(audiencia_id) REFERENCES audiencias (id) DEFERRABLE INITIALLY IMMEDIATE
) STRICT;

CREATE INDEX ix_turnos_audiencia_id_orden ON turnos (audiencia_id, orden);

CREATE VIRTUAL TABLE busqueda USING fts5(texto, content='indice', content_rowid='id', tokenize='unicode61 remove_diacritics 0');

